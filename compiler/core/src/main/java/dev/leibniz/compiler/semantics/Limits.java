package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.source.Span;

/** Stops programs that unroll to more than anybody could compile. */
final class Limits {
    /** The most values a graph may have, and the most statements executed for it. */
    static final long MOST_VALUES = 200_000;

    private final Graph graph;
    private final Reporter reporter;
    private long statements;

    /** Ends the elaboration of a network; the reason is reported. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("limit exceeded", null, false, false);
        }
    }

    Limits(Graph graph, Reporter reporter) {
        this.graph = graph;
        this.reporter = reporter;
    }

    /** Counts one statement. */
    void step(Span at) {
        if (++statements > MOST_VALUES || graph.values().size() > MOST_VALUES) {
            reporter.report(new StructureProblems.TooLarge(reporter.visible(at), "the unrolled network", MOST_VALUES));
            throw new Exceeded();
        }
    }
}
