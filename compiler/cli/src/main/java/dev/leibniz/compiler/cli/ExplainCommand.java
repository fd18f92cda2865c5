package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.RuleReport;
import dev.leibniz.compiler.explain.Derivation;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.explain.Latex;
import dev.leibniz.compiler.page.Chapter;
import dev.leibniz.compiler.page.ExplainPage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @ArgGroup
    private Subject subject = new Subject();

    /** What to explain instead of derivatives. */
    private static final class Subject {
        @Option(names = "--schedule", description = "The kernels instead: what each computes, reads and writes.")
        private boolean schedule;

        @Option(
                names = "--rules",
                description = "The rules instead that rewrote the graphs: how often, where, and an example of each.")
        private boolean rules;

        @Option(names = "--latex", description = "The derivation as a LaTeX document.")
        private boolean latex;

        @Option(
                names = "--html",
                paramLabel = "OUT.html",
                description =
                        "Writes a page for a browser: source, picture, derivation, schedule, memory, generated Java.")
        private @Nullable Path html;
    }

    @Mixin
    private CompilerArguments arguments = new CompilerArguments();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CompileRequest request = SourceFiles.read(List.of(file)).request(arguments.options(false));
        if (subject.html != null) {
            write(subject.html, request);
            return 0;
        }
        String separator = "";
        for (List<String> lines : texts(request)) {
            console.out().print(separator);
            lines.forEach(console.out()::println);
            separator = System.lineSeparator();
        }
        return 0;
    }

    /** The lines of each network. */
    private List<List<String>> texts(CompileRequest request) {
        LeibnizCompiler compiler = new Reports(console).compiler();
        if (subject.schedule) {
            Figures figures = new Figures(arguments.sizes());
            return compiler.networks(request).stream()
                    .map(network -> ScheduleText.of(network.code(), figures))
                    .toList();
        }
        if (subject.rules) {
            return compiler.rules(request).stream().map(RuleReport::text).toList();
        }
        List<Derivation> derivations = compiler.explain(request);
        return subject.latex
                ? List.of(Latex.document(derivations))
                : derivations.stream().map(Derivation::text).toList();
    }

    private void write(Path page, CompileRequest request) {
        String text = ExplainPage.of(
                request.sources().get(0),
                Chapter.of(new Reports(console).compiler(), request),
                new Figures(arguments.sizes()));
        Outputs.write(page, text);
    }
}
