package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which neighbouring loops can be one: those over which every index moves as if the two axes were one, so that {@code i*T + j} becomes one variable.
 *
 * @param extents the turns of each merged loop
 * @param axes the index along each axis of the domain: a variable on the last axis of each merged loop, zero on the others
 */
record LoopMerging(List<Size> extents, List<Index> axes) {
    /** Merges what can be merged, given the sizes of the axes and how the statements for one turn look. */
    static LoopMerging of(List<Size> sizes, Function<List<Index>, List<Statement>> body) {
        List<Index> separate = new ArrayList<>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            separate.add(Index.variable(Domain.variable(axis)));
        }
        List<Index> found = Walk.indices(body.apply(separate));
        List<Size> extents = new ArrayList<>();
        List<Index> axes = new ArrayList<>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            int here = axis;
            boolean merged = axis > 0 && found.stream().allMatch(index -> moveAsOne(index, here, sizes.get(here)));
            if (merged) {
                axes.set(axis - 1, Index.ZERO);
                extents.set(extents.size() - 1, extents.get(extents.size() - 1).times(sizes.get(axis)));
            } else {
                extents.add(sizes.get(axis));
            }
            axes.add(Index.variable(Domain.variable(extents.size() - 1)));
        }
        return new LoopMerging(extents, axes);
    }

    private static boolean moveAsOne(Index index, int axis, Size size) {
        Optional<Size> outer = index.stride(Domain.variable(axis - 1));
        Optional<Size> inner = index.stride(Domain.variable(axis));
        if (outer.isPresent() && inner.isPresent()) {
            return outer.get().equals(inner.get().times(size));
        }
        // A computed index is judged by the indices inside it, which are listed too; what stands beside it must still
        // move as one.
        return onlyComputed(index, axis) && onlyComputed(index, axis - 1) && affinePartMovesAsOne(index, axis, size);
    }

    private static boolean onlyComputed(Index index, int axis) {
        return index.terms().stream()
                .filter(term -> !(term.atom() instanceof Index.LoopVariable))
                .filter(term -> Index.of(term.atom()).dependsOn(Domain.variable(axis)))
                .allMatch(term -> term.atom() instanceof Index.Computed);
    }

    private static boolean affinePartMovesAsOne(Index index, int axis, Size size) {
        Index affine = new Index(
                index.offset(),
                index.terms().stream()
                        .filter(term -> term.atom() instanceof Index.LoopVariable)
                        .toList());
        return moveAsOne(affine, axis, size);
    }
}
