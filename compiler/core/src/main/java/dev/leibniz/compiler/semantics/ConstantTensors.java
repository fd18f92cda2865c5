package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Evaluation;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates tensors that depend on nothing outside of the program. */
final class ConstantTensors {
    private static final long LARGEST = 1_000_000;

    private static final Evaluation FIXED = new Evaluation() {
        @Override
        public int size(Size size) {
            return Math.toIntExact(size.constant());
        }

        @Override
        public Tensor leaf(Leaf leaf) {
            throw new IllegalArgumentException("not a constant: " + leaf.name());
        }

        @Override
        public Tensor given(int position) {
            throw new IllegalArgumentException("not a constant: what a turn is given");
        }

        @Override
        public List<Tensor> turn(Graph graph, List<Value> roots, String variable, long turn, List<Tensor> given) {
            throw new IllegalArgumentException("not a constant: a loop");
        }
    };

    private ConstantTensors() {}

    /** The elements of a list of (lists of) numbers or of a constant tensor; empty if it is none, or huge. */
    static Optional<Tensor> of(Meaning meaning, Builder g) {
        if (meaning instanceof Meaning.Tensor tensor) {
            return evaluate(tensor.value(), g);
        } else if (!(meaning instanceof Meaning.Sequence sequence)
                || sequence.items().isEmpty()) {
            return Optional.empty();
        } else {
            return list(sequence, g);
        }
    }

    private static Optional<Tensor> list(Meaning.Sequence sequence, Builder g) {
        List<Tensor> items = new ArrayList<>();
        for (Meaning item : sequence.items()) {
            Optional<Tensor> tensor = Numbers.constant(item).isPresent()
                    ? Optional.of(Tensor.scalar(Numbers.constant(item).getAsDouble()))
                    : of(item, g);
            if (tensor.isEmpty()
                    || !Arrays.equals(
                            tensor.get().shape(),
                            items.isEmpty()
                                    ? tensor.get().shape()
                                    : items.get(0).shape())) {
                return Optional.empty();
            }
            items.add(tensor.get());
        }
        int[] inner = items.get(0).shape();
        int[] shape = new int[inner.length + 1];
        shape[0] = items.size();
        System.arraycopy(inner, 0, shape, 1, inner.length);
        double[] data = items.stream()
                .flatMapToDouble(item -> Arrays.stream(item.data()))
                .toArray();
        return Optional.of(new Tensor(shape, data));
    }

    private static Optional<Tensor> evaluate(Value value, Builder g) {
        List<Value> reachable = g.graph().reachable(List.of(value));
        Map<Value, Tensor> tensors = new HashMap<>();
        for (Value each : reachable) {
            if (each.op() instanceof Leaf
                    || each.op() instanceof Given
                    || each.op() instanceof Scan
                    || each.op() instanceof Gradient
                    || !small(each.shape())) {
                return Optional.empty();
            }
            List<Tensor> operands =
                    each.op().operands().stream().map(tensors::get).toList();
            tensors.put(each, ((Operation) each.op()).evaluate(operands, FIXED));
        }
        return Optional.of(tensors.get(value));
    }

    private static boolean small(Shape shape) {
        Size elements = shape.elements();
        return elements.isConstant() && elements.constant() <= LARGEST;
    }
}
