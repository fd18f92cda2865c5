package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Operation;

/** What kernels compute, as comments: {@code hidden = image @ W1 + b1}. */
final class Formulas {
    private static final int DEEPEST = 4;
    private static final int LONGEST = 160;

    private Formulas() {}

    /** The value with what defines it, one line. */
    static String definition(Graph graph, Value value) {
        String text = label(graph, value) + " = " + expand(graph, value, 0).text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The value as another formula reads it. */
    static String reading(Graph graph, Value value) {
        return show(graph, value, 0).text();
    }

    private static String label(Graph graph, Value value) {
        return graph.nameOf(value).orElse("v" + value.id());
    }

    private static Notation show(Graph graph, Value value, int depth) {
        boolean named = graph.nameOf(value).isPresent() && !(value.op() instanceof Leaf);
        boolean isShort = value.op().operands().isEmpty();
        return named || (depth >= DEEPEST && !isShort)
                ? Notation.atom(label(graph, value))
                : expand(graph, value, depth);
    }

    private static Notation expand(Graph graph, Value value, int depth) {
        return ((Operation) value.op())
                .notation(value.op().operands().stream()
                        .map(operand -> show(graph, operand, depth + 1))
                        .toList());
    }
}
