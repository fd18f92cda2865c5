package dev.leibniz.compiler.op;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of axes, as permute takes them. */
final class Axes {
    private Axes() {}

    /** The order that moves {@code axes} behind the others and changes nothing else. */
    static List<Integer> movedLast(int rank, List<Integer> axes) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank)
                .boxed()
                .filter(axis -> !axes.contains(axis))
                .toList());
        order.addAll(axes);
        return List.copyOf(order);
    }

    /** The order that undoes {@code order}. */
    static List<Integer> inverse(List<Integer> order) {
        return IntStream.range(0, order.size()).boxed().map(order::indexOf).toList();
    }
}
