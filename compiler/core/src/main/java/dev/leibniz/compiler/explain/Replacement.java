package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two values one of which stands in the place of the other, as mathematics that shows where they differ: what both are made of is called by a name. */
public final class Replacement {
    private static final int DEEPEST = 5;
    private static final int LONGEST = 160;

    private final Graph graph;
    private final Map<Value, String> temporaries = new HashMap<>();

    private Replacement(Graph graph) {
        this.graph = graph;
    }

    /** {@code before → after}, on one line. */
    public static String text(Graph graph, Value before, Value after) {
        Replacement replacement = new Replacement(graph);
        Set<Value> kept = new HashSet<>();
        reach(after, 0, kept);
        String left = replacement.whole(before, kept);
        String right = replacement.whole(after, Set.of());
        return cut(left) + " → " + cut(right);
    }

    private static void reach(Value value, int depth, Set<Value> reached) {
        if (depth <= DEEPEST && reached.add(value)) {
            value.op().operands().forEach(operand -> reach(operand, depth + 1, reached));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private String whole(Value value, Set<Value> known) {
        return temporaries.containsKey(value) || graph.nameOf(value).isPresent()
                ? part(value, known, 0).text()
                : expand(value, known, 0).text();
    }

    private Notation part(Value value, Set<Value> known, int depth) {
        if (value.op().operands().isEmpty()) {
            return graph.nameOf(value).map(Notation::atom).orElseGet(() -> expand(value, known, depth));
        } else if (graph.nameOf(value).isPresent()) {
            return Notation.atom(graph.nameOf(value).get());
        } else if (known.contains(value) || temporaries.containsKey(value) || depth >= DEEPEST) {
            return Notation.atom(temporary(value));
        }
        return expand(value, known, depth);
    }

    private String temporary(Value value) {
        temporaries.putIfAbsent(value, "t" + (temporaries.size() + 1));
        return temporaries.get(value);
    }

    private Notation expand(Value value, Set<Value> known, int depth) {
        List<Notation> operands = value.op().operands().stream()
                .map(operand -> part(operand, known, depth + 1))
                .toList();
        return ((Operation) value.op()).notation(operands);
    }
}
