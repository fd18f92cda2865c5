package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Adjoints;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The chain rule, from the result backwards: the cotangent of a value is the sum of what all its users contribute, each contribution being the user's cotangent
 * times its local derivative.
 */
public final class ReverseMode {
    private final Graph graph;
    private final Set<Value> active;
    private final Map<Value, List<Value>> contributions = new HashMap<>();

    private ReverseMode(Graph graph, Set<Value> active) {
        this.graph = graph;
        this.active = active;
    }

    /**
     * The derivatives of the sum of y's elements.
     *
     * @return one for each of {@code xs}, of its shape; empty where y does not depend on it
     */
    public static List<Optional<Value>> gradients(Graph graph, Value y, List<Value> xs) {
        Builder g = new Builder(graph, y.origin());
        return cotangents(graph, y, g.broadcast(g.one(), y.shape()), xs);
    }

    /** The products of {@code yBar} with the Jacobians of y by {@code xs}. */
    public static List<Optional<Value>> cotangents(Graph graph, Value y, Value yBar, List<Value> xs) {
        return cotangents(graph, List.of(y), List.of(yBar), xs);
    }

    /** The same summed over several ys; one may stand there more than once. */
    static List<Optional<Value>> cotangents(Graph graph, List<Value> ys, List<Value> yBars, List<Value> xs) {
        List<Value> values = graph.reachable(ys);
        ReverseMode mode = new ReverseMode(graph, dependingOn(xs, values));
        for (int k = 0; k < ys.size(); k++) {
            mode.contributions
                    .computeIfAbsent(ys.get(k), y -> new ArrayList<>())
                    .add(yBars.get(k));
        }
        for (int i = values.size() - 1; i >= 0; i--) {
            mode.propagate(values.get(i));
        }
        return xs.stream().map(mode::cotangent).toList();
    }

    /** The float values that some x influences. */
    private static Set<Value> dependingOn(Collection<Value> xs, List<Value> values) {
        Set<Value> active = new HashSet<>(xs);
        for (Value value : values) {
            if (value.type().isFloat() && value.op().operands().stream().anyMatch(active::contains)) {
                active.add(value);
            }
        }
        return active;
    }

    private void propagate(Value value) {
        if (!active.contains(value)) {
            return;
        } else if (value.op() instanceof Scan scan) {
            Builder g = new Builder(graph, value.origin());
            List<Optional<Value>> bars = IntStream.range(
                            0, scan.body().results().size())
                    .mapToObj(k -> cotangent(g.result(value, k)))
                    .toList();
            ReversedScan.contribute(value, bars, g, new Summed(g));
            return;
        }
        cotangent(value).ifPresent(bar -> {
            name(value, bar);
            Builder g = new Builder(graph, value.origin());
            ((Operation) value.op()).vjp(value, bar, g, new Summed(g));
        });
    }

    /** Names a cotangent after its value, unless it is a constant or leaf, which stand for themselves. */
    private void name(Value value, Value bar) {
        if (!bar.op().operands().isEmpty()) {
            graph.nameOf(value).ifPresent(name -> graph.name(bar, name + "Bar"));
        }
    }

    /** The sum of all contributions so far, broadcast to the value's own shape. */
    private Optional<Value> cotangent(Value value) {
        List<Value> parts = contributions.get(value);
        if (parts == null) {
            return Optional.empty();
        }
        Builder g = new Builder(graph, value.origin());
        Value sum = parts.get(0);
        for (Value part : parts.subList(1, parts.size())) {
            sum = g.add(sum, part);
        }
        Value whole = g.broadcast(sum, value.shape());
        contributions.put(value, new ArrayList<>(List.of(whole)));
        return Optional.of(whole);
    }

    /** Collects contributions, each summed back over the axes along which the operand was repeated. */
    private final class Summed implements Adjoints {
        private final Builder g;

        Summed(Builder g) {
            this.g = g;
        }

        @Override
        public boolean wanted(Value operand) {
            return active.contains(operand) && operand.type().isFloat();
        }

        @Override
        public void add(Value operand, Value contribution) {
            if (wanted(operand)) {
                contributions
                        .computeIfAbsent(operand, value -> new ArrayList<>())
                        .add(unbroadcast(contribution, operand.shape(), g));
            }
        }
    }

    /** The contribution summed over the axes that {@code target} does not have or has with size 1. */
    private static Value unbroadcast(Value contribution, Shape target, Builder g) {
        Shape shape = contribution.shape();
        int extra = Math.max(0, shape.rank() - target.rank());
        List<Integer> summed = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            boolean repeated = axis < extra
                    || (target.get(axis - shape.rank()).isOne()
                            && !shape.get(axis).isOne());
            if (repeated) {
                summed.add(axis);
            }
        }
        Value sum = g.sum(contribution, summed);
        List<Size> kept = sum.shape().sizes().subList(extra, shape.rank());
        return g.reshape(sum, new Shape(kept));
    }
}
