package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;

/** Where derivative rules put contributions to cotangents. It alone sums them, and sums them back over axes that were broadcast. */
public interface Adjoints {
    /** Whether anybody wants the cotangent of this value; rules may skip the work otherwise, {@link #add} ignores it. */
    boolean wanted(Value operand);

    /** Adds a contribution, whose shape the operand's shape broadcasts to. */
    void add(Value operand, Value contribution);
}
