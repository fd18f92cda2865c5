package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/** An operation with everything the compiler knows about it, but what rewriting rules across operations say. */
public interface Operation extends Op {
    // -- evaluation

    /** The result for these operands, in double. */
    Tensor evaluate(List<Tensor> operands, Evaluation at);

    // -- derivative

    /**
     * Adds to {@code adjoints} what this operation contributes to the cotangents of its operands, given its result {@code y} and the cotangent
     * {@code yBar}, of the shape of y. An operand that gets no contribution has derivative zero.
     */
    default void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {}

    /** The tangent of the result {@code y} given the operands' tangents, of which at least one is not zero; empty if it is zero. */
    default Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return Optional.empty();
    }

    // -- notation

    /** The expression as mathematics in plain text, with the operands' own notation put in; see {@link Notation}. */
    Notation notation(List<Notation> operands);
}
