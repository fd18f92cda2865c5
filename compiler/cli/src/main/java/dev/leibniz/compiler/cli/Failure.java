package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Ends a command with messages to its user that no place in a `.nn` file belongs to. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit status after wrong usage. */
    static final int USAGE = 2;

    private final transient List<Diagnostic> diagnostics;
    private final int exitStatus;

    private Failure(List<Diagnostic> diagnostics, int exitStatus) {
        super(diagnostics.get(0).message(), null, false, false);
        this.diagnostics = diagnostics;
        this.exitStatus = exitStatus;
    }

    /** A mistake in what a file holds. */
    static Failure of(String code, String message, String... help) {
        return new Failure(List.of(diagnostic(code, message, help)), 1);
    }

    /** A mistake in the arguments. */
    static Failure usage(String code, String message, String... help) {
        return new Failure(List.of(diagnostic(code, message, help)), USAGE);
    }

    /** Several mistakes, which are shown together. */
    static Failure all(List<Failure> failures) {
        return new Failure(
                failures.stream()
                        .flatMap(failure -> failure.diagnostics.stream())
                        .toList(),
                failures.get(0).exitStatus);
    }

    private static Diagnostic diagnostic(String code, String message, String... help) {
        Diagnostic diagnostic = Diagnostic.error(code, Span.none(), message);
        for (String line : help) {
            diagnostic = diagnostic.help(line);
        }
        return diagnostic;
    }

    int exitStatus() {
        return exitStatus;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
