package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import java.util.Optional;

/** One way to write a value differently: it looks at the value's operation and the operations of its operands, which are in normal form already. */
public interface Rule {
    /** The name by which it is reported and switched. */
    default String name() {
        return getClass().getSimpleName();
    }

    Safety safety();

    /** Whether there is no code for what the rule replaces, so that it cannot be turned off. */
    default boolean isNeeded() {
        return false;
    }

    /** A value of the same type to stand in the place of {@code v}; empty if the rule does not apply. */
    Optional<Value> apply(Value v, Builder g);

    /** The same for a rule that pays only if what it takes apart has no other user. */
    default Optional<Value> apply(Value v, Builder g, Uses uses) {
        return apply(v, g);
    }
}
