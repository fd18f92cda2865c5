package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * The turns of a {@code for} statement in the graph, where they are one after the other.
 *
 * @param variable the name of the loop variable
 * @param depth how many loops are around
 * @param boundaries before the first turn, between turns, and behind the last
 */
public record Repetition(String variable, int depth, List<Boundary> boundaries) {
    public Repetition {
        boundaries = List.copyOf(boundaries);
    }

    /**
     * Where a turn begins.
     *
     * @param start the least id of values that the turn computes
     * @param variables the tensors that the names around the loop stand for as the turn begins, in the same order at every boundary; empty where nothing
     *     needs one
     */
    public record Boundary(int start, List<Optional<Value>> variables) {
        public Boundary {
            variables = List.copyOf(variables);
        }
    }

    /** The number of turns. */
    public int turns() {
        return boundaries.size() - 1;
    }
}
