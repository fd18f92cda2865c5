package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;

/** What evaluation needs beside the operands: values of free sizes and of the graph's leaves. */
public interface Evaluation {
    /** The value of a size. */
    int size(Size size);

    /** The value of an input, parameter, state or hyper. */
    Tensor leaf(Leaf leaf);

    /** The values of a shape's sizes. */
    default int[] shape(Shape shape) {
        return shape.sizes().stream().mapToInt(this::size).toArray();
    }
}
