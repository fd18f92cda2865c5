package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tensors one behind the other along an axis. */
public record Concat(List<Value> operands, int axis) implements Pointwise {
    /** More tensors are joined in groups: a kernel has only so many parameters. */
    public static final int MOST = 32;

    @Override
    public List<Value> operands() {
        return operands;
    }

    @Override
    public Concat withOperands(List<Value> operands) {
        return new Concat(operands, axis);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.common(operands, DType.values());
        Size total = Size.ZERO;
        for (Value part : operands) {
            Size size = part.shape().get(axis);
            if (!part.shape()
                    .with(axis, Size.ONE)
                    .equals(operands.get(0).shape().with(axis, Size.ONE))) {
                throw new IllegalArgumentException(
                        "cannot join " + operands.get(0).shape() + " and " + part.shape() + " along axis " + axis);
            }
            total = total.plus(size);
        }
        return operands.get(0).type().withShape(operands.get(0).shape().with(axis, total));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int[] strides = result.strides();
        int from = 0;
        for (Tensor part : operands) {
            int[] position = new int[part.rank()];
            for (double element : part.data()) {
                result.data()[from + Broadcasting.flat(position, strides)] = element;
                Broadcasting.advance(position, part.shape());
            }
            from += part.shape()[axis] * strides[axis];
        }
        return result;
    }

    // -- derivative

    /** x̄ₖ = the slice of ȳ where xₖ stands. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        Size start = Size.ZERO;
        for (Value part : operands) {
            Size size = part.shape().get(axis);
            adjoints.add(part, g.slice(yBar, axis, start, size, 1));
            start = start.plus(size);
        }
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        boolean moves = operands.stream().anyMatch(part -> tangents.of(part).isPresent());
        return moves
                ? Optional.of(g.concat(
                        operands.stream()
                                .map(part -> tangents.of(part).orElseGet(() -> g.broadcast(g.zero(), part.shape())))
                                .toList(),
                        axis))
                : Optional.empty();
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        int last = this.operands.size() - 1;
        Size end = infer().shape().get(axis);
        Scalar chosen = null;
        for (int k = last; k >= 0; k--) {
            Size start = end.minus(this.operands.get(k).shape().get(axis));
            List<Index> own = new ArrayList<>(indices);
            own.set(axis, indices.get(axis).plus(start.times(-1)));
            Scalar part = operands.at(k, own);
            Scalar before =
                    new Scalar.Apply(Function.LESS, new Scalar.Position(indices.get(axis)), new Scalar.Position(end));
            chosen = chosen == null ? part : new Scalar.Choose(before, part, chosen);
            end = start;
        }
        return chosen;
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("concat", Notation.items(operands), axis);
    }
}
