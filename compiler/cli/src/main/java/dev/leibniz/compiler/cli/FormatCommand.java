package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Formatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files into the one style. */
@Command(
        name = "format",
        description = "Brings .nn files into the one style. Prints the names of the files it changed.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class FormatCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The .nn files; - formats standard input to standard output.")
    private List<Path> files = List.of();

    @Option(
            names = "--check",
            description = "Changes nothing; prints the names of the files that are not in this style, and exits with 1 "
                    + "if there are any.")
    private boolean check;

    private final Console console;

    FormatCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        boolean isPiped = files.equals(List.of(STANDARD_INPUT));
        List<SourceFile> sources = isPiped
                ? List.of(standardInput(diagnostics))
                : SourceFiles.read(files).sources();
        boolean isChanged = false;
        for (SourceFile source : sources) {
            Optional<String> formatted = Formatter.format(source, diagnostics);
            boolean isOther = formatted.isPresent() && !formatted.get().equals(source.text());
            isChanged |= isOther;
            if (isPiped && !check) {
                formatted.ifPresent(console.out()::print);
            } else if (isOther) {
                replace(source, formatted.get());
            }
        }
        int status = new Reports(console).print(diagnostics.all());
        return check && isChanged ? 1 : status;
    }

    private void replace(SourceFile source, String text) {
        if (!check) {
            Outputs.write(Path.of(source.path()), text);
        }
        console.out().println(source.path());
    }

    private static SourceFile standardInput(Diagnostics diagnostics) {
        try {
            SourceFile source = SourceReader.utf8(diagnostics).read("<stdin>", System.in.readAllBytes());
            diagnostics.throwIfErrors();
            return source;
        } catch (IOException e) {
            throw Failure.usage("unreadable-file", "cannot read standard input: " + e.getMessage());
        }
    }
}
