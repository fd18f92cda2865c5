package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Problem;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Where mistakes go, with the chain of calls that led to them: what is inlined from the standard library is reported where the user called it. */
final class Reporter {
    /**
     * A call being inlined.
     *
     * @param library whether what is called belongs to the standard library
     */
    private record Frame(Span call, String callee, boolean library) {}

    private record Inlined(Problem problem, Frame frame, Span visible) implements Problem {
        @Override
        public Diagnostic diagnostic() {
            Diagnostic diagnostic = problem.diagnostic();
            if (!frame.library()) {
                return diagnostic.label(visible, "in this use of `" + frame.callee() + "`");
            }
            Span inside = diagnostic.span();
            String place = inside.file().name() + ":" + inside.line();
            return new Diagnostic(
                            diagnostic.severity(),
                            diagnostic.code(),
                            visible,
                            diagnostic.message(),
                            List.of(),
                            diagnostic.notes(),
                            diagnostic.help())
                    .note("inside `" + frame.callee() + "` of the standard library, " + place);
        }
    }

    /** What was said of a use of the library: it is no news if another statement in there has the same mistake. */
    private record Said(Span visible, String message) {}

    private final Diagnostics diagnostics;
    private final Set<Said> inLibrary = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    Reporter(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void enter(Span call, String callee, boolean library) {
        frames.push(new Frame(call, callee, library));
    }

    void leave() {
        frames.pop();
    }

    boolean hasErrors() {
        return diagnostics.hasErrors();
    }

    int depth() {
        return frames.size();
    }

    /** The place that a user can change: {@code span}, unless that is in the standard library; then the call from outside that led there. */
    Span visible(Span span) {
        return visible(span, frames.iterator());
    }

    private static Span visible(Span span, Iterator<Frame> outwards) {
        Span visible = span;
        while (outwards.hasNext()) {
            Frame frame = outwards.next();
            if (!frame.library()) {
                break;
            }
            visible = frame.call();
        }
        return visible;
    }

    void report(Problem problem) {
        Iterator<Frame> outwards = frames.iterator();
        if (!outwards.hasNext()) {
            diagnostics.report(problem);
            return;
        }
        Frame innermost = outwards.next();
        Diagnostic diagnostic = new Inlined(problem, innermost, visible(innermost.call(), outwards)).diagnostic();
        if (!innermost.library() || inLibrary.add(new Said(diagnostic.span(), diagnostic.message()))) {
            diagnostics.report(diagnostic);
        }
    }

    /** Reports, and gives the exception that ends the evaluation. */
    Reported fail(Problem problem) {
        report(problem);
        return new Reported();
    }
}
