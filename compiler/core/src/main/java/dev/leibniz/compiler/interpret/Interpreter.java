package dev.leibniz.compiler.interpret;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Evaluation;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Evaluates graphs in double: each value once, operands first, and forgotten after its last use. */
public final class Interpreter implements Evaluation {
    private final Map<String, Long> sizes;
    private final Map<Leaf, Tensor> leaves;
    private final BiConsumer<Value, Tensor> watcher;
    private final List<Tensor> given;

    /**
     * @param sizes the values of free sizes
     * @param leaves the values of inputs, parameters, states and hypers
     */
    public Interpreter(Map<String, Long> sizes, Map<Leaf, Tensor> leaves) {
        this(sizes, leaves, (value, tensor) -> {});
    }

    /** @param watcher is told everything that is computed, also in the turns of loops */
    public Interpreter(Map<String, Long> sizes, Map<Leaf, Tensor> leaves, BiConsumer<Value, Tensor> watcher) {
        this(Map.copyOf(sizes), Map.copyOf(leaves), watcher, List.of());
    }

    private Interpreter(
            Map<String, Long> sizes, Map<Leaf, Tensor> leaves, BiConsumer<Value, Tensor> watcher, List<Tensor> given) {
        this.sizes = sizes;
        this.leaves = leaves;
        this.watcher = watcher;
        this.given = given;
    }

    /** The values of {@code roots}, in order. */
    public List<Tensor> evaluate(Graph graph, List<Value> roots) {
        List<Value> values = graph.reachable(roots);
        Map<Value, Value> lastUser = new HashMap<>();
        values.forEach(value -> value.op().operands().forEach(operand -> lastUser.put(operand, value)));
        Set<Value> kept = new HashSet<>(roots);
        Map<Value, Tensor> results = new HashMap<>();
        Map<Value, List<Tensor>> loops = new HashMap<>();
        for (Value value : values) {
            List<Tensor> operands =
                    value.op().operands().stream().map(results::get).toList();
            if (value.op() instanceof Scan scan) {
                loops.put(value, scan.run(operands, this));
            } else if (value.op() instanceof ScanResult result) {
                results.put(value, loops.get(result.scan()).get(result.number()));
            } else {
                results.put(value, evaluate(value, operands));
            }
            for (Value operand : value.op().operands()) {
                if (lastUser.get(operand) == value && !kept.contains(operand)) {
                    results.remove(operand);
                    loops.remove(operand);
                }
            }
        }
        return roots.stream().map(results::get).toList();
    }

    private Tensor evaluate(Value value, List<Tensor> operands) {
        Tensor result;
        try {
            result = ((Operation) value.op()).evaluate(operands, this);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new CompilerBug("cannot evaluate " + value + " = " + value.op(), e);
        }
        int[] expected = shape(value.shape());
        if (!Arrays.equals(expected, result.shape())) {
            throw new CompilerBug(value + " = " + value.op() + " has shape " + Arrays.toString(result.shape()));
        }
        watcher.accept(value, result);
        return result;
    }

    @Override
    public int size(Size size) {
        return Math.toIntExact(size.evaluate(name -> {
            Long bound = sizes.get(name);
            if (bound == null) {
                throw new CompilerBug("size " + name + " is not bound");
            }
            return bound;
        }));
    }

    @Override
    public Tensor leaf(Leaf leaf) {
        Tensor tensor = leaves.get(leaf);
        if (tensor == null) {
            throw new CompilerBug("leaf " + leaf.name() + " has no value");
        }
        return tensor;
    }

    @Override
    public Tensor given(int position) {
        return given.get(position);
    }

    @Override
    public List<Tensor> turn(Graph graph, List<Value> roots, String variable, long turn, List<Tensor> values) {
        Map<String, Long> bound = new HashMap<>(sizes);
        bound.put(variable, turn);
        return new Interpreter(bound, leaves, watcher, List.copyOf(values)).evaluate(graph, roots);
    }
}
