package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Value;
import java.util.List;

/** One value of every turn: what stands in the same place of each, and will be one value of the loop's body. */
sealed interface Lane {
    /** The same in all turns, and so computed outside. */
    record Shared(Value value) implements Lane {}

    /** What the turns before have left in a variable. */
    record Carried(int variable) implements Lane {}

    /** A parameter or state of each turn's own. */
    record Stacked(List<Value> leaves) implements Lane {}

    /**
     * What each turn computes.
     *
     * @param values the turns' values
     * @param operation that of the body, on the first turn's operands
     * @param operands what takes their places
     */
    record Computed(List<Value> values, Op operation, List<Lane> operands) implements Lane {}
}
