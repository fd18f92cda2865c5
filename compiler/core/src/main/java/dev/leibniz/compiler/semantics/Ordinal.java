package dev.leibniz.compiler.semantics;

import java.util.List;

/**
 * The numbers, in the order of declaration, of tensors that are one tensor of the graph.
 *
 * @param first the number of the first of them
 * @param strides by how much the number grows along each of the leading axes on which they are stacked; none for a tensor by itself
 */
public record Ordinal(int first, List<Integer> strides) {
    public Ordinal {
        strides = List.copyOf(strides);
    }

    /** That of a tensor by itself. */
    public static Ordinal of(int number) {
        return new Ordinal(number, List.of());
    }

    /** How many leading axes count tensors. */
    public int axes() {
        return strides.size();
    }
}
