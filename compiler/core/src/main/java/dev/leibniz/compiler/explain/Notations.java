package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.LogSumExp;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of a graph as mathematics in `.nn` syntax. A value that has a name stands by it, but for those that are asked for; what several of them need and has no
 * name gets one, {@code t1}, {@code t2}, … in a line of its own. Turns of loops stand below the loops.
 */
public final class Notations {
    private final Graph graph;
    private final Names names;
    private final Map<Value, Notation> given;
    private final Map<Value, Turn> turns = new HashMap<>();
    private final Map<Value, String> asked = new HashMap<>();
    private final Map<Value, Integer> uses = new HashMap<>();
    private final Map<Value, Notation> notations = new HashMap<>();
    private final Set<Value> named = new HashSet<>();
    private final List<Equation> equations = new ArrayList<>();

    /** @param given how values are written that come from outside of the graph */
    private Notations(Graph graph, Names names, Map<Value, Notation> given) {
        this.graph = graph;
        this.names = names;
        this.given = given;
    }

    /**
     * One equation after the other, operands before users where they stand in equations of their own.
     *
     * @param wanted what to write out, by the names to give them
     */
    public static List<Equation> equations(Graph graph, Map<String, Value> wanted) {
        Names names = new Names();
        wanted.keySet().forEach(names::reserve);
        for (Value value : graph.reachable(wanted.values())) {
            if (value.op() instanceof Leaf leaf) {
                names.reserve(leaf.name());
            }
            graph.nameOf(value).ifPresent(names::reserve);
        }
        return ofTurn(graph, names, Map.of(), wanted).equations();
    }

    /** The same of the body of a loop, whose names are in the text around already. */
    static Notations ofTurn(Graph body, Names names, Map<Value, Notation> given, Map<String, Value> wanted) {
        Notations notations = new Notations(body, names, given);
        wanted.forEach((name, value) -> notations.asked.putIfAbsent(value, name));
        notations.write(wanted);
        return notations;
    }

    List<Equation> equations() {
        return List.copyOf(equations);
    }

    /** How a value is written where it is used. */
    Notation of(Value value) {
        return notations.computeIfAbsent(value, this::notation);
    }

    /** Whether that is a name or number rather than an expression. */
    boolean isName(Value value) {
        return named.contains(value) || isAtom(value) || standsFor(value).isPresent();
    }

    /** The expression of one value, on one line; what it needs more than once is repeated. */
    public static String expression(Graph graph, Value value) {
        Notations notations = new Notations(graph, new Names(), Map.of());
        notations.asked.put(value, "");
        for (Value each : notations.needed(List.of(value))) {
            notations.notations.put(each, notations.notation(each));
        }
        return notations.notations.get(value).text();
    }

    private void write(Map<String, Value> wanted) {
        for (Value value : needed(wanted.values())) {
            Notation notation = notation(value);
            String name = asked.get(value);
            if (name == null && (uses.get(value) > 1 && !isShort(value) || value.op() instanceof Scan)) {
                name = names.temporary();
            }
            if (name != null) {
                equations.add(new Equation(name, notation, value, 0));
                named.add(value);
            }
            if (value.op() instanceof Scan scan) {
                Turn turn = Turn.of(scan, names, this);
                turns.put(value, turn);
                equations.addAll(turn.equations());
            }
            notations.put(value, name == null || isAtom(value) ? notation : Notation.atom(name));
        }
        wanted.forEach((name, value) -> {
            if (!asked.get(value).equals(name)) {
                equations.add(new Equation(name, notations.get(value), value, 0));
            }
        });
    }

    /** The values to write out, operands before users: those reached without going through a value that stands by its name. */
    private List<Value> needed(Iterable<Value> wanted) {
        List<Value> reached = new ArrayList<>();
        wanted.forEach(value -> uses.put(value, 1));
        for (int id = graph.values().size() - 1; id >= 0; id--) {
            Value value = graph.values().get(id);
            if (uses.containsKey(value)) {
                reached.add(0, value);
                if (standsFor(value).isEmpty()) {
                    value.op().operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
                }
            }
        }
        return reached;
    }

    private Notation notation(Value value) {
        Optional<Notation> name = standsFor(value);
        if (name.isPresent()) {
            return name.get();
        }
        if (value.op() instanceof ScanResult result && turns.containsKey(result.scan())) {
            return turns.get(result.scan()).result(result.number());
        }
        List<Notation> operands =
                value.op().operands().stream().map(notations::get).toList();
        return dropsReducedAxes(value) ? operands.get(0) : ((Operation) value.op()).notation(operands);
    }

    /** The name that is written in the place of the value's expression. */
    private Optional<Notation> standsFor(Value value) {
        if (given.containsKey(value)) {
            return Optional.of(given.get(value));
        }
        return asked.containsKey(value) || isAtom(value)
                ? Optional.empty()
                : graph.nameOf(value).map(Notation::atom);
    }

    private static boolean isAtom(Value value) {
        return value.op() instanceof Constant || value.op() instanceof Leaf || value.op() instanceof SizeOf;
    }

    /** Whether a name of its own would not make anything shorter. */
    private boolean isShort(Value value) {
        return isAtom(value)
                || standsFor(value).isPresent()
                || dropsReducedAxes(value)
                || value.op() instanceof Convert
                        && isShort(value.op().operands().get(0));
    }

    /** Whether the value is a reduction without its axes of size 1: `.nn` leaves them out unless told to keep them. */
    private static boolean dropsReducedAxes(Value value) {
        return value.op() instanceof Reshape reshape
                && (reshape.x().op() instanceof Reduce || reshape.x().op() instanceof LogSumExp)
                && proper(reshape.x()).equals(proper(value));
    }

    private static List<Size> proper(Value value) {
        return value.shape().sizes().stream().filter(size -> !size.isOne()).toList();
    }
}
