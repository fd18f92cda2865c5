package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.GradientReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks derivatives. */
@Command(
        name = "gradcheck",
        description = {
            "Compares symbolic gradients with central differences, in double, at random values.",
            "Inputs are normal, parameters normal with deviation 0.5/sqrt(fan-in), states between 0.1 and 1.5. If the loss is not "
                    + "finite there, values are positive, and if that does not help, the differences are those of the loss in its "
                    + "stable form."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Nnc.Version.class)
final class GradcheckCommand implements Callable<Integer> {
    private static final String ROW = "  %%-%ds  %%-%ds  %%9s  %%-12s %%15s %%15s  %%9s  %%s";

    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "SEED", description = "Of the random values. Default: 0.")
    private long seed;

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    GradcheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<GradientReport> reports = new Reports(console)
                .compiler()
                .checkGradients(
                        SourceFiles.read(List.of(file)).request(arguments.options(false)), arguments.sizes(), seed);
        if (reports.isEmpty()) {
            throw Failure.of("nothing-to-check", "no network of " + file + " has a loss");
        }
        reports.forEach(this::print);
        return reports.stream().allMatch(GradientReport::agrees) ? 0 : 1;
    }

    private void print(GradientReport report) {
        int names = width(report.rows().stream().map(GradientReport.Row::name).toList(), "tensor");
        int shapes = width(report.rows().stream().map(GradientReport.Row::shape).toList(), "shape");
        String row = String.format(Locale.ROOT, ROW, names, shapes);
        String sizes = report.sizes().isEmpty() ? "" : " with " + report.sizes();
        if (!report.isComparable()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%s%s: the loss is %s at these values: nothing was compared; try another --seed%n",
                            report.network(),
                            sizes,
                            report.loss());
            return;
        }
        console.out().printf(Locale.ROOT, "%s%s: loss %.9g%n", report.network(), sizes, report.loss());
        if (report.stabilised()) {
            console.out().println("  as written the loss is not finite at these values: numeric is of its stable form");
        }
        console.out()
                .println(String.format(
                                row, "tensor", "shape", "compared", "worst at", "symbolic", "numeric", "error", "")
                        .stripTrailing());
        for (GradientReport.Row line : report.rows()) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            row,
                            line.name(),
                            line.shape(),
                            line.checked() + "/" + line.elements(),
                            line.index(),
                            String.format(Locale.ROOT, "%.8g", line.symbolic()),
                            String.format(Locale.ROOT, "%.8g", line.numeric()),
                            String.format(Locale.ROOT, "%.1e", line.relativeError()),
                            line.agrees() ? "ok" : "WRONG"));
        }
        console.out().println(report.agrees() ? "  all gradients agree" : "  gradients disagree by more than 1e-6");
    }

    private static int width(List<String> texts, String heading) {
        return texts.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }
}
