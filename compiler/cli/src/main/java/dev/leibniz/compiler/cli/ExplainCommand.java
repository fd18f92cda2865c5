package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.explain.Derivation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints derivations. */
@Command(
        name = "explain",
        description = "Prints what networks compute and how each derivative comes about.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Derivation> derivations =
                new LeibnizCompiler().explain(SourceFiles.read(List.of(file)).request(arguments.options(false)));
        String separator = "";
        for (Derivation derivation : derivations) {
            console.out().print(separator);
            derivation.text().forEach(console.out()::println);
            separator = System.lineSeparator();
        }
        return 0;
    }
}
