package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileResult;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.explain.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes Java sources. */
@Command(
        name = "compile",
        description = "Compiles .nn files to Java sources.",
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class CompileCommand implements Callable<Integer> {
    @Option(
            names = "-d",
            paramLabel = "OUT",
            required = true,
            description = "The folder to write to, in which packages are folders; made if it does not exist.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .nn files; each may import the others.")
    private List<Path> files = List.of();

    @Option(names = "--no-simd", description = "Generates no kernels for the Vector API.")
    private boolean noSimd;

    @Option(
            names = "--print-after",
            paramLabel = "PASS",
            description = "Prints every graph as that pass leaves it; may be repeated; all: after each pass.")
    private List<String> printedPasses = List.of();

    @Option(names = "--timings", description = "Prints how long each stage of the compiler took.")
    private boolean timings;

    @Option(
            names = "--costs",
            description = "Prints what every network needs: parameters, FLOPs, bytes at the peak, kernels; formulas of "
                    + "free sizes, and their values with --size or 64.")
    private boolean costs;

    @Option(
            names = "--without",
            paramLabel = "RULE",
            split = ",",
            description = "Turns rewriting rules off, by the names that nnc explain --rules prints; may be repeated.")
    private Set<String> without = Set.of();

    @Option(
            names = "--unsafe",
            paramLabel = "RULE",
            split = ",",
            description =
                    "Turns rules on that are right of finite numbers alone: FoldMultiplyByZero, FoldSelfQuotient.")
    private Set<String> unsafe = Set.of();

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CompileOptions options = arguments.options(!noSimd).withRules(RuleNames.choice(without, unsafe));
        GraphPrinter graphs = new GraphPrinter(printedPasses, console);
        CompileResult result =
                new LeibnizCompiler().compile(SourceFiles.read(files).request(options), graphs);
        int status = new Reports(console).print(result.diagnostics());
        for (GeneratedFile file : result.files()) {
            Outputs.write(out, file.path(), file.text());
        }
        if (costs) {
            Figures figures = new Figures(arguments.sizes());
            result.networks().forEach(network -> CostTable.of(network, figures).forEach(console.out()::println));
        }
        if (timings) {
            console.out().print(TimingTable.of(result.timings()));
        }
        return status;
    }
}
