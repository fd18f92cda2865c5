package dev.leibniz.compiler.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said, in order, the same only once. */
public final class Diagnostics {
    private final Set<Diagnostic> reported = new LinkedHashSet<>();

    public void report(Problem problem) {
        report(problem.diagnostic());
    }

    public void report(Diagnostic diagnostic) {
        reported.add(diagnostic);
    }

    public List<Diagnostic> all() {
        return new ArrayList<>(reported);
    }

    public boolean hasErrors() {
        return reported.stream().anyMatch(Diagnostic::isError);
    }

    /**
     * Ends a stage.
     *
     * @throws CompilationFailed with everything reported so far, if there are errors
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new CompilationFailed(all());
        }
    }
}
