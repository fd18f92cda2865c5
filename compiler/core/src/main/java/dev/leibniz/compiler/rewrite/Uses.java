package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;

/** How many users values have, as far as known while rewriting goes on. */
@FunctionalInterface
public interface Uses {
    /** Whether nobody but the value being rewritten uses {@code value}. */
    boolean once(Value value);
}
