package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import java.util.Optional;

/** The tangents of an operation's operands in forward mode. */
public interface Tangents {
    /** The tangent of an operand, of its shape; empty if it is zero. */
    Optional<Value> of(Value operand);
}
