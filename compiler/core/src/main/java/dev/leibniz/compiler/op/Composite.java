package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;

/**
 * An operation that is short for others and is kept whole only so that rules can recognise it. Its derivative rules say nothing that its definition does not imply.
 */
public interface Composite extends Operation {
    /** The same in primitive operations. */
    Value definition(Builder g);
}
