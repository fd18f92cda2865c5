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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two values one of which stands in the place of the other, as mathematics that shows where they differ: what both are made of is called by a name.
 *
 * @param text {@code before → after}, on one line
 * @param alike whether both sides are written in the same way, so that something is said beside them
 */
public record Replacement(String text, boolean alike) {
    private static final int DEEPEST = 5;
    private static final int LONGEST = 160;

    /** What a rule replaced, and by what. */
    public static Replacement of(Graph graph, Value before, Value after) {
        Sides sides = new Sides(graph, new HashMap<>());
        Set<Value> kept = new HashSet<>();
        reach(after, 0, kept);
        String left = cut(sides.whole(before, kept));
        String right = cut(sides.whole(after, Set.of()));
        if (!left.equals(right)) {
            return new Replacement(left + " → " + right, false);
        }
        Function<Value, String> difference = difference(before, after);
        return new Replacement(
                left + ": " + difference.apply(before) + " → " + right + ": " + difference.apply(after), true);
    }

    /** Whether this is the better example: one whose sides are written differently, then the shorter one. */
    public boolean isBetterThan(Replacement other) {
        return alike == other.alike ? text.length() < other.text.length() : other.alike;
    }

    /** What tells values apart that are written alike. */
    private static Function<Value, String> difference(Value before, Value after) {
        Function<Value, String> type = value -> value.type().toString();
        Function<Value, String> operation = value -> value.op().getClass().getSimpleName();
        Function<Value, String> operands = value -> operation.apply(value) + " of "
                + value.op().operands().stream().map(type).collect(Collectors.joining(", "));
        return Stream.of(type, operation)
                .filter(each -> !each.apply(before).equals(each.apply(after)))
                .findFirst()
                .orElse(operands);
    }

    private static void reach(Value value, int depth, Set<Value> reached) {
        if (depth <= DEEPEST && reached.add(value)) {
            value.op().operands().forEach(operand -> reach(operand, depth + 1, reached));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** @param temporaries what is called {@code t1}, {@code t2}, … on both sides */
    private record Sides(Graph graph, Map<Value, String> temporaries) {
        String whole(Value value, Set<Value> known) {
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
}
