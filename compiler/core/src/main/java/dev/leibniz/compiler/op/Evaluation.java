package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/** What evaluation needs beside the operands: values of free sizes and of the graph's leaves. */
public interface Evaluation {
    /** The value of a size. */
    int size(Size size);

    /** The value of an input, parameter, state or hyper. */
    Tensor leaf(Leaf leaf);

    /** What a turn of a loop is given at a position. */
    Tensor given(int position);

    /** The values of {@code roots}, those of a loop's body, in one turn. */
    List<Tensor> turn(Graph graph, List<Value> roots, String variable, long turn, List<Tensor> given);

    /** The values of a shape's sizes. */
    default int[] shape(Shape shape) {
        return shape.sizes().stream().mapToInt(this::size).toArray();
    }
}
