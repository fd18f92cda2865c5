package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Diagnostics in Maven's log, in the form that development environments find places in. */
record Messages(Log log) {

    /**
     * Logs each of them, and ends the build if it has to end.
     *
     * @param warningsFail whether warnings end the build too
     * @throws MojoFailureException with how many there are: {@code 3 errors in 1 file}
     */
    void failOn(List<Diagnostic> diagnostics, boolean warningsFail) throws MojoFailureException {
        Optional<String> failure = report(diagnostics, warningsFail);
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }

    private Optional<String> report(List<Diagnostic> diagnostics, boolean warningsFail) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                log.error(text(diagnostic));
            } else {
                log.warn(text(diagnostic));
            }
        }
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            return Optional.of(count(errors, "error"));
        }
        return warningsFail && !diagnostics.isEmpty()
                ? Optional.of(count(diagnostics, "warning") + ", and leibniz.failOnWarning is set")
                : Optional.empty();
    }

    private static String text(Diagnostic diagnostic) {
        return DiagnosticRenderer.mavenForm(diagnostic).stripTrailing();
    }

    private static String count(List<Diagnostic> diagnostics, String noun) {
        long files = diagnostics.stream()
                .map(Diagnostic::span)
                .filter(span -> !span.isNone())
                .map(Span::file)
                .distinct()
                .count();
        return plural(diagnostics.size(), noun) + (files == 0 ? "" : " in " + plural(files, "file"));
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
