package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reductions of so few elements, such as the four in a window of a pooling layer, that each result is one expression of them: then loops run over the
 * results only, the innermost in lanes.
 *
 * @param kept the axes that stay and are not of size 1
 * @param within the index of each element along the reduced axes, in row-major order
 */
record FewElements(Shape shape, List<Integer> reduced, List<Integer> kept, List<List<Long>> within) {
    private static final int MOST = 9;

    /** Empty if there are too many, or too many for all the compiler knows, or the inner axis stays: its elements lie side by side. */
    static Optional<FewElements> of(Shape shape, List<Integer> reduced) {
        List<Integer> kept = new ArrayList<>();
        List<List<Long>> within = List.of(List.of());
        boolean isInnerKept = false;
        for (int axis = 0; axis < shape.rank(); axis++) {
            Size size = shape.get(axis);
            if (reduced.contains(axis)) {
                if (size.asConstant().isEmpty() || size.asConstant().getAsLong() * within.size() > MOST) {
                    return Optional.empty();
                }
                within = extended(within, size.asConstant().getAsLong());
                isInnerKept &= size.isOne();
            } else if (!size.isOne()) {
                kept.add(axis);
                isInnerKept = true;
            }
        }
        return isInnerKept || kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new FewElements(shape, reduced, kept, within));
    }

    private static List<List<Long>> extended(List<List<Long>> prefixes, long size) {
        List<List<Long>> all = new ArrayList<>();
        for (List<Long> prefix : prefixes) {
            for (long k = 0; k < size; k++) {
                List<Long> longer = new ArrayList<>(prefix);
                longer.add(k);
                all.add(longer);
            }
        }
        return all;
    }

    /** The indices of the first element of the first result. */
    List<Index> first() {
        return elements(Collections.nCopies(kept.size(), Index.ZERO)).get(0);
    }

    /** The indices of all elements of the result at these indices along the axes that stay. */
    private List<List<Index>> elements(List<Index> at) {
        return within.stream()
                .map(element -> {
                    List<Index> indices = new ArrayList<>(Collections.nCopies(shape.rank(), Index.ZERO));
                    for (int k = 0; k < kept.size(); k++) {
                        indices.set(kept.get(k), at.get(k));
                    }
                    for (int k = 0; k < reduced.size(); k++) {
                        indices.set(reduced.get(k), Index.of(element.get(k)));
                    }
                    return indices;
                })
                .toList();
    }

    /** Loops over all results around the statements for one, which are given the indices of its elements. */
    Body body(Function<List<List<Index>>, List<Statement>> result) {
        LoopMerging loops = LoopMerging.of(kept.stream().map(shape::get).toList(), at -> result.apply(elements(at)));
        List<Size> extents = loops.extents();
        int last = extents.size() - 1;
        List<Statement> lanes = Loops.lanes(
                List.of(Domain.variable(last)), extents.subList(last, last + 1), result.apply(elements(loops.axes())));
        return last == 0 ? Body.ofLanes((Statement.Loop) lanes.get(0)) : Body.around(extents.subList(0, last), lanes);
    }
}
