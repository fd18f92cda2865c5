package dev.leibniz.compiler.source;

import java.util.List;

/** A program with errors; carries all that was reported. */
public final class CompilationFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    public CompilationFailed(List<Diagnostic> diagnostics) {
        super(diagnostics.size() + " diagnostics");
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
