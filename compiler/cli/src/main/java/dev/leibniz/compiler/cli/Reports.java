package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.DiagnosticRenderer;
import java.util.List;

/** Diagnostics as a command prints them. */
record Reports(Console console) {
    /** A compiler whose warnings are printed. */
    LeibnizCompiler compiler() {
        return new LeibnizCompiler(warning -> print(List.of(warning)));
    }

    /**
     * Prints all of them.
     *
     * @return the exit status: 1 if there are errors, else 0
     */
    int print(List<Diagnostic> diagnostics) {
        if (console.json()) {
            diagnostics.forEach(diagnostic -> console.err().println(DiagnosticJson.of(diagnostic)));
        } else {
            console.err().print(new DiagnosticRenderer(console.colours()).render(diagnostics));
        }
        return diagnostics.stream().anyMatch(Diagnostic::isError) ? 1 : 0;
    }
}
