package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The axes in another order: axis i of the result is axis {@code order[i]} of x. */
public record Permute(Value x, List<Integer> order) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Permute withOperands(List<Value> operands) {
        return new Permute(operands.get(0), order);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.axes(order.stream().sorted().toList(), x.shape());
        if (order.size() != x.shape().rank()) {
            throw new IllegalArgumentException("order " + order + " of " + x.shape());
        }
        return x.type().withShape(new Shape(order.stream().map(x.shape()::get).toList()));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] own = tensor.strides();
        int[] shape = order.stream().mapToInt(axis -> tensor.shape()[axis]).toArray();
        int[] strides = order.stream().mapToInt(axis -> own[axis]).toArray();
        Tensor result = Tensor.zeros(shape);
        int[] position = new int[shape.length];
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = tensor.data()[Broadcasting.flat(position, strides)];
            Broadcasting.advance(position, shape);
        }
        return result;
    }

    // -- derivative

    /** x̄ = ȳ with its axes put back. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.permute(yBar, Axes.inverse(order)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.permute(t, order));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        List<Index> own = new ArrayList<>(Arrays.asList(new Index[order.size()]));
        for (int axis = 0; axis < order.size(); axis++) {
            own.set(order.get(axis), indices.get(axis));
        }
        return operands.at(0, own);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        int rank = order.size();
        if (isTranspose()) {
            return Notation.transposed(operands.get(0));
        }
        Object[] arguments = new Object[rank + 1];
        arguments[0] = operands.get(0);
        for (int axis = 0; axis < rank; axis++) {
            arguments[axis + 1] = order.get(axis);
        }
        return Notation.call("permute", arguments);
    }

    /** Whether exactly the last two axes are swapped. */
    public boolean isTranspose() {
        int rank = order.size();
        for (int axis = 0; axis < rank - 2; axis++) {
            if (order.get(axis) != axis) {
                return false;
            }
        }
        return rank >= 2 && order.get(rank - 1) == rank - 2;
    }
}
