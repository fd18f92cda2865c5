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
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a graph as mathematics in `.nn` syntax. A value that has a name stands by it, but for those that are asked for; what several of them need and has no
 * name gets one, {@code t1}, {@code t2}, … in a line of its own.
 */
public final class Notations {
    private final Graph graph;
    private final Map<Value, String> asked = new HashMap<>();
    private final Map<Value, Integer> uses = new HashMap<>();
    private final Map<Value, Notation> notations = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private int temporaries;

    private Notations(Graph graph) {
        this.graph = graph;
    }

    /**
     * Lines of the form {@code name = expression}, operands before users where they stand in lines of their own.
     *
     * @param wanted what to write out, by the names to give them
     */
    public static List<String> lines(Graph graph, Map<String, Value> wanted) {
        Notations notations = new Notations(graph);
        wanted.forEach((name, value) -> notations.asked.putIfAbsent(value, name));
        notations.write(wanted);
        return List.copyOf(notations.lines);
    }

    /** The expression of one value, on one line; what it needs more than once is repeated. */
    public static String expression(Graph graph, Value value) {
        Notations notations = new Notations(graph);
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
                name = "t" + ++temporaries;
            }
            if (name != null) {
                lines.add(name + " = " + notation.text());
            }
            if (value.op() instanceof Scan scan) {
                lines.addAll(turn(scan));
            }
            notations.put(value, name == null || isAtom(value) ? notation : Notation.atom(name));
        }
        wanted.forEach((name, value) -> {
            if (!asked.get(value).equals(name)) {
                lines.add(name + " = " + notations.get(value).text());
            }
        });
    }

    /** What one turn computes, from what the loop begins with and reads from outside. */
    private List<String> turn(Scan scan) {
        Graph body = scan.body().graph();
        List<String> turn = new ArrayList<>();
        Map<String, Value> within = new LinkedHashMap<>();
        for (int k = 0; k < scan.operands().size(); k++) {
            Value given = scan.body().given(k, scan.operands().get(k).type());
            Optional<String> called = body.nameOf(given);
            String name = called.orElse("given" + k);
            String outside = notations.get(scan.operands().get(k)).text();
            if (k < scan.carries()) {
                turn.add("    at first " + name + " = " + outside);
                within.put("next " + name, scan.body().results().get(k));
            } else if (called.isEmpty()) {
                turn.add("    " + name + " = " + outside);
            }
        }
        Map<String, Value> wanted = new LinkedHashMap<>();
        for (Value value : body.reachable(scan.body().results())) {
            if (!value.op().operands().isEmpty()) {
                body.nameOf(value).ifPresent(name -> wanted.putIfAbsent(name, value));
            }
        }
        wanted.putAll(within);
        for (int k = scan.carries(); k < scan.body().results().size(); k++) {
            Value value = scan.body().results().get(k);
            wanted.putIfAbsent(body.nameOf(value).orElse("result" + k), value);
        }
        lines(body, wanted).forEach(line -> turn.add("    " + line));
        return turn;
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
        Optional<String> name = standsFor(value);
        if (name.isPresent()) {
            return Notation.atom(name.get());
        }
        List<Notation> operands =
                value.op().operands().stream().map(notations::get).toList();
        return dropsReducedAxes(value) ? operands.get(0) : ((Operation) value.op()).notation(operands);
    }

    /** The name that is written in the place of the value's expression. */
    private Optional<String> standsFor(Value value) {
        return asked.containsKey(value) || isAtom(value) ? Optional.empty() : graph.nameOf(value);
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
