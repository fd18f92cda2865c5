package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.Arrays;
import java.util.List;

/**
 * The position of the first largest (smallest) element along some axes, counted as if they were one, in row-major order; they stay with size 1. NaN counts as
 * the extreme.
 *
 * @param axes ascending, none twice, none negative
 */
public record ArgExtreme(boolean largest, Value x, List<Integer> axes) implements Operation {
    public ArgExtreme {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public ArgExtreme withOperands(List<Value> operands) {
        return new ArgExtreme(largest, operands.get(0), axes);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT, DType.INT);
        Typing.axes(axes, x.shape());
        Shape shape = x.shape();
        for (int axis : axes) {
            shape = shape.with(axis, Size.ONE);
        }
        return TensorType.ints(shape);
    }

    /** The sizes of the axes along which positions are counted. */
    public Shape counted() {
        return new Shape(axes.stream().map(x.shape()::get).toList());
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] shape = at.shape(infer().shape());
        int[] count = Tensor.strides(at.shape(counted()));
        Tensor result = Tensor.zeros(shape);
        double[] best = new double[result.size()];
        Arrays.fill(best, largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        int[] strides = result.strides();
        int[] counting = new int[strides.length];
        for (int k = 0; k < axes.size(); k++) {
            strides[axes.get(k)] = 0;
            counting[axes.get(k)] = count[k];
        }
        int[] position = new int[shape.length];
        for (double element : tensor.data()) {
            int to = Broadcasting.flat(position, strides);
            boolean better = largest ? element > best[to] : element < best[to];
            if (!Double.isNaN(best[to]) && (better || Double.isNaN(element))) {
                best[to] = element;
                result.data()[to] = Broadcasting.flat(position, counting);
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
        String text = axes.size() == 1 ? axes.get(0).toString() : axes.toString();
        return Notation.call(largest ? "argmax" : "argmin", operands.get(0), Notation.named("axis", text));
    }
}
