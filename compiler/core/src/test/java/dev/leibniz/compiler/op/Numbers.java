package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import java.util.List;
import java.util.Map;

/** The numbers an operation is tried on: its operands and the free sizes. */
public record Numbers(List<Tensor> operands, Map<String, Long> sizes) {
    /** The element of an operand at these indices by NumPy's rule: surplus leading indices are dropped, axes of size 1 are stood still on. */
    public double of(int operand, int... index) {
        Tensor tensor = operands.get(operand);
        int surplus = index.length - tensor.rank();
        int flat = 0;
        for (int axis = 0; axis < tensor.rank(); axis++) {
            int extent = tensor.shape()[axis];
            flat = flat * extent + (extent == 1 ? 0 : index[surplus + axis]);
        }
        return tensor.data()[flat];
    }

    /** The extent of one axis of an operand. */
    public int extent(int operand, int axis) {
        return operands.get(operand).shape()[axis];
    }

    public int size(Size size) {
        return Math.toIntExact(size.evaluate(sizes::get));
    }

    public int[] shape(Shape shape) {
        return shape.sizes().stream().mapToInt(this::size).toArray();
    }
}
