package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.GradientReport;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** One run of the goal that finds mistakes: those that the compiler finds in all sources of a project, then gradients that are off. */
final class NnCheck {
    private final Settings settings;
    private final Log log;
    private final Messages messages;
    private final LeibnizCompiler compiler = new LeibnizCompiler();

    NnCheck(Settings settings, Log log) {
        this.settings = settings;
        this.log = log;
        this.messages = new Messages(log);
    }

    /**
     * The parameters.
     *
     * @param seed of the values that gradients are compared at; they are not compared if it is empty
     */
    record Settings(
            SourceFolder main,
            SourceFolder test,
            Dependencies dependencies,
            Charset encoding,
            boolean failOnWarning,
            CompileOptions options,
            OptionalLong seed) {}

    /** @throws MojoFailureException after the messages, if there are errors, warnings that count as such, or gradients that are off */
    void run() throws IOException, MojoFailureException {
        Diagnostics found = new Diagnostics();
        SourceReader reader = new SourceReader(settings.encoding(), found);
        List<SourceFile> main = settings.main().read(reader);
        List<SourceFile> test = settings.test().read(reader);
        List<SourceFile> all = new ArrayList<>(main);
        all.addAll(test);
        List<SourceFile> dependencies = settings.dependencies().read(all, found);
        CompileRequest request = new CompileRequest(all, dependencies, settings.options());
        if (!found.hasErrors()) {
            settings.main().misplaced(main).forEach(found::report);
            settings.test().misplaced(test).forEach(found::report);
            compiler.check(request).forEach(found::report);
            // By themselves, too: they must not need what the tests declare.
            compiler.check(new CompileRequest(main, dependencies, settings.options())).stream()
                    .filter(Diagnostic::isError)
                    .forEach(found::report);
        }
        messages.failOn(found.all(), settings.failOnWarning());
        if (all.isEmpty()) {
            return;
        }
        log.info("No mistakes in " + Messages.plural(all.size(), ".nn file"));
        if (settings.seed().isPresent()) {
            checkGradients(request, settings.seed().getAsLong());
        }
    }

    private void checkGradients(CompileRequest request, long seed) throws MojoFailureException {
        List<String> wrong = new ArrayList<>();
        int networks = 0;
        try {
            for (GradientReport report :
                    compiler.checkGradients(request, settings.options().sizes(), seed)) {
                networks++;
                wrong.addAll(wrong(report));
            }
        } catch (CompilationFailed failure) {
            messages.failOn(failure.diagnostics(), false);
        }
        if (!wrong.isEmpty()) {
            throw new MojoFailureException(String.join("\n", wrong));
        }
        if (networks > 0) {
            log.info("The gradients of " + Messages.plural(networks, "network") + " agree with central differences");
        }
    }

    private static List<String> wrong(GradientReport report) {
        String network =
                "network " + report.network() + (report.sizes().isEmpty() ? "" : " with " + report.sizes()) + ": ";
        if (!report.isComparable()) {
            return List.of(network + "the loss is " + report.loss()
                    + " at these values, so no gradient was compared; another leibniz.seed gives others");
        }
        return report.rows().stream()
                .filter(row -> !row.agrees())
                .map(row -> String.format(
                        Locale.ROOT,
                        "%sthe gradient by %s is off by a relative error of %.1e at %s, where it is %.6g, and %.6g by central differences",
                        network,
                        row.name(),
                        row.relativeError(),
                        row.index(),
                        row.symbolic(),
                        row.numeric()))
                .toList();
    }
}
