package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.Arrays;
import java.util.List;

/** The position of the first largest (smallest) element along an axis, which stays with size 1; NaN counts as the extreme. */
public record ArgExtreme(boolean largest, Value x, int axis) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public ArgExtreme withOperands(List<Value> operands) {
        return new ArgExtreme(largest, operands.get(0), axis);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT, DType.INT);
        Typing.axes(List.of(axis), x.shape());
        return TensorType.ints(x.shape().with(axis, Size.ONE));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] shape = tensor.shape().clone();
        shape[axis] = 1;
        Tensor result = Tensor.zeros(shape);
        double[] best = new double[result.size()];
        Arrays.fill(best, largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        int[] strides = result.strides();
        strides[axis] = 0;
        int[] position = new int[shape.length];
        for (double element : tensor.data()) {
            int to = Broadcasting.flat(position, strides);
            boolean better = largest ? element > best[to] : element < best[to];
            if (!Double.isNaN(best[to]) && (better || Double.isNaN(element))) {
                best[to] = element;
                result.data()[to] = position[axis];
            }
            Broadcasting.advance(position, tensor.shape());
        }
        return result;
    }

    // -- derivative

    // A position is an int: nothing flows back.

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call(largest ? "argmax" : "argmin", operands.get(0), "axis = " + axis);
    }
}
