package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reports mistakes. */
@Command(
        name = "check",
        description = "Reports every error and warning of .nn files, compiles nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .nn files; each may import the others.")
    private List<Path> files = List.of();

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return new Reports(console)
                .print(new LeibnizCompiler().check(SourceFiles.read(files).request(arguments.options(true))));
    }
}
