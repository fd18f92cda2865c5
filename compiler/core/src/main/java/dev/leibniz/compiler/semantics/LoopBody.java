package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a graph that changes from turn to turn of a loop, cut out as a graph of its own; what it reads of the rest is computed once, outside. */
final class LoopBody {
    private final Graph graph;
    private final int loop;
    private final String variable;
    private final List<Value> reachable;
    private final Set<Value> inside = new HashSet<>();

    /**
     * @param loop the loop whose {@link Given} values the body is made of
     * @param results the next values of the carries and what is collected
     */
    LoopBody(Graph graph, int loop, String variable, List<Value> results) {
        this.graph = graph;
        this.loop = loop;
        this.variable = variable;
        this.reachable = graph.reachable(results);
        boolean grows = true;
        while (grows) {
            grows = mark();
        }
    }

    /** Marks what the loop changes, and all between what a gradient within is taken by and the gradient. */
    private boolean mark() {
        Set<Value> targets = targets();
        int before = inside.size();
        for (Value value : reachable) {
            boolean own = value.op() instanceof Given given && given.loop() == loop;
            boolean reads = value.op().operands().stream().anyMatch(x -> inside.contains(x) || targets.contains(x));
            if (own || reads || value.op().mentions(variable)) {
                inside.add(value);
            }
        }
        return inside.size() > before;
    }

    /** What gradients inside are taken by that is itself outside. */
    private Set<Value> targets() {
        Set<Value> targets = new HashSet<>();
        for (Value value : inside) {
            if (value.op() instanceof Gradient gradient && !inside.contains(gradient.x())) {
                targets.add(gradient.x());
            }
        }
        return targets;
    }

    boolean contains(Value value) {
        return inside.contains(value);
    }

    /** The values inside, operands first. */
    List<Value> values() {
        return reachable.stream().filter(inside::contains).toList();
    }

    /** A body and the values that it reads from outside. */
    record Cut(Body body, List<Value> outside) {}

    /** @param carries how many of the results are next values */
    Cut cut(List<Value> results, int carries) {
        Set<Value> read = new HashSet<>(results);
        values().forEach(value -> read.addAll(value.op().operands()));
        Graph within = new Graph();
        Copier copier = new Copier(graph, within);
        List<Value> outside = new ArrayList<>();
        Map<Value, Boolean> uniform = new HashMap<>();
        for (Value value : reachable) {
            uniform.put(value, isUniform(value, uniform));
            if (value.op() instanceof Given given && given.loop() == loop) {
                copier.replace(value, within.add(new Given(0, given.position(), given.type()), value.origin()));
            } else if (inside.contains(value) || uniform.get(value)) {
                copier.copy(value);
            } else if (read.contains(value)) {
                Given given = new Given(0, carries + outside.size(), value.type());
                copier.replace(value, within.add(given, value.origin()));
                outside.add(value);
            }
        }
        Body body = new Body(within, carries, results.stream().map(copier::get).toList());
        return new Cut(body, outside);
    }

    /** Whether the value is one number, which costs nothing to have inside. */
    private static boolean isUniform(Value value, Map<Value, Boolean> known) {
        return value.op() instanceof Constant
                || value.op() instanceof SizeOf
                || (value.op() instanceof Broadcast || value.op() instanceof Reshape)
                        && known.get(value.op().operands().get(0));
    }
}
