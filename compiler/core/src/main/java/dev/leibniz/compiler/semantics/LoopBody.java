package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The part of a graph that changes from turn to turn of a loop, cut out as a graph of its own; what it reads of the rest is computed once, outside. */
final class LoopBody {
    private final Graph graph;
    private final Predicate<Value> given;
    private final Predicate<Value> own;
    private final List<Value> reachable;
    private final Set<Value> inside = new HashSet<>();

    private LoopBody(Graph graph, Predicate<Value> given, Predicate<Value> own, List<Value> results) {
        this.graph = graph;
        this.given = given;
        this.own = own;
        this.reachable = graph.reachable(results);
        boolean grows = true;
        while (grows) {
            grows = mark();
        }
    }

    /**
     * What changes from turn to turn.
     *
     * @param loop the loop whose {@link Given} values the body is made of
     * @param results the next values of the carries and what is collected
     */
    static LoopBody ofTurns(Graph graph, int loop, String variable, List<Value> results) {
        Predicate<Value> given = value -> value.op() instanceof Given own && own.loop() == loop;
        return new LoopBody(graph, given, given.or(value -> value.op().mentions(variable)), results);
    }

    /** What the graph did not compute when it had {@code before} values. */
    static LoopBody since(Graph graph, int before, List<Value> results) {
        Predicate<Value> leaf = value -> value.op() instanceof Leaf || value.op() instanceof Given;
        return new LoopBody(graph, value -> false, leaf.negate().and(value -> value.id() >= before), results);
    }

    /** Marks what the loop changes, and all between what a gradient within is taken by and the gradient. */
    private boolean mark() {
        Set<Value> targets = targets();
        int before = inside.size();
        for (Value value : reachable) {
            boolean reads = value.op().operands().stream().anyMatch(x -> inside.contains(x) || targets.contains(x));
            if (own.test(value) || reads) {
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
            if (given.test(value)) {
                Given own = (Given) value.op();
                copier.replace(value, within.add(new Given(0, own.position(), own.type()), value.origin()));
            } else if (inside.contains(value) || uniform.get(value)) {
                copier.copy(value);
            } else if (read.contains(value)) {
                Given from = new Given(0, carries + outside.size(), value.type());
                copier.replace(value, within.add(from, value.origin()));
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
