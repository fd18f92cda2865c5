package dev.leibniz.compiler.ir;

import java.util.List;

/** What computes a value. Operands are {@link Value}s, compared by identity, so equals and hashCode stay shallow and interning is one map lookup. */
public interface Op {
    /** The values this operation reads, in order. */
    List<Value> operands();

    /** The same operation on other operands, as many as before. */
    Op withOperands(List<Value> operands);

    /**
     * The type of the result.
     *
     * @throws IllegalArgumentException if the operands do not fit; the message says why. User programs are checked before an operation is made.
     */
    TensorType infer();

    /** Whether the operation itself, its operands and its type aside, changes with the variable of a loop. */
    default boolean mentions(String turn) {
        return false;
    }
}
