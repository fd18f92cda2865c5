package dev.leibniz.compiler.op;

import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/**
 * An operation whose every element is a scalar expression of a fixed number of operand elements: arithmetic, but also views such as permute or slice, which
 * only change the indices. The scheduler is free to compute it inside the loop of whoever uses it.
 */
public interface Pointwise extends Operation {
    /** How an operand's elements are had: read from memory, or computed on the spot. */
    interface Operands {
        /** The element of operand number {@code operand} at these indices, one an axis. */
        Scalar at(int operand, List<Index> indices);
    }

    // -- lowering

    /** The element of the result at these indices, one an axis of the result. */
    Scalar at(List<Index> indices, Operands operands);
}
