package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.List;

/** The family of operations that act on each element alone; operands of different shapes broadcast by NumPy's rule. */
public interface Elementwise extends Pointwise {
    // -- what members supply

    /** The result for one element of each operand. */
    double apply(double... operands);

    /** The same as a scalar expression. */
    Scalar scalar(List<Scalar> operands);

    /**
     * The result's element type; by default that of the operands, all floats or all ints.
     *
     * @throws IllegalArgumentException if the operands' element types do not fit
     */
    default DType dtype() {
        return Typing.common(operands(), DType.FLOAT, DType.INT);
    }

    // -- what the family shares

    @Override
    default TensorType infer() {
        Shape shape = Shape.SCALAR;
        for (Value operand : operands()) {
            Shape joined = shape;
            shape = Shape.broadcast(shape, operand.shape())
                    .orElseThrow(() ->
                            new IllegalArgumentException("cannot broadcast " + joined + " with " + operand.shape()));
        }
        return new TensorType(dtype(), shape);
    }

    @Override
    default Tensor evaluate(List<Tensor> operands, Evaluation at) {
        int[] shape = at.shape(infer().shape());
        double[] result = new double[Tensor.elements(shape)];
        double[] arguments = new double[operands.size()];
        List<int[]> strides = operands.stream()
                .map(operand -> Broadcasting.strides(operand, shape.length))
                .toList();
        int[] position = new int[shape.length];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = operands.get(k).data()[Broadcasting.flat(position, strides.get(k))];
            }
            result[i] = apply(arguments);
            Broadcasting.advance(position, shape);
        }
        return new Tensor(shape, result);
    }

    @Override
    default Scalar at(List<Index> indices, Operands operands) {
        List<Scalar> arguments = new ArrayList<>();
        for (int k = 0; k < operands().size(); k++) {
            arguments.add(operands.at(
                    k, Broadcasting.indices(indices, operands().get(k).shape())));
        }
        return scalar(arguments);
    }
}
