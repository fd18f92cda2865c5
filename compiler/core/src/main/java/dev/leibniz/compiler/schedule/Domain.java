package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loops that a group of values shares: the sizes of a shape that are not 1. The last is the inner axis, those before it are the rows.
 *
 * <p>A value belongs to a domain as an element (one a turn of the inner loop) if its shape, without sizes of 1, is the domain's; as a row value (one a row) if
 * it is that without the inner axis.
 */
record Domain(List<Size> sizes) {
    Domain {
        sizes = List.copyOf(sizes);
    }

    /** How a value takes part. */
    enum Level {
        ELEMENT,
        ROW
    }

    static Domain of(Shape shape) {
        return new Domain(proper(shape));
    }

    private static List<Size> proper(Shape shape) {
        return shape.sizes().stream().filter(size -> !size.isOne()).toList();
    }

    int rank() {
        return sizes.size();
    }

    int rowRank() {
        return Math.max(0, rank() - 1);
    }

    List<Size> rowSizes() {
        return sizes.subList(0, rowRank());
    }

    /** The inner axis' size; 1 in the domain of a scalar. */
    Size inner() {
        return rank() == 0 ? Size.ONE : sizes.get(rank() - 1);
    }

    /** The number of turns of all loops. */
    Size elements() {
        return new Shape(sizes).elements();
    }

    /** As what a value of this shape belongs here. */
    Optional<Level> level(Shape shape) {
        List<Size> proper = proper(shape);
        if (proper.equals(sizes)) {
            return Optional.of(Level.ELEMENT);
        }
        return rank() > 0 && proper.equals(rowSizes()) ? Optional.of(Level.ROW) : Optional.empty();
    }

    /** The indices of a value of this domain, one for each axis of its shape, given the index along each axis of the domain. */
    List<Index> indices(Shape shape, List<Index> axes) {
        List<Index> indices = new ArrayList<>();
        int axis = 0;
        for (Size size : shape.sizes()) {
            indices.add(size.isOne() ? Index.ZERO : axes.get(axis++));
        }
        return indices;
    }

    /** Loop variables of their own for all axes. */
    List<Index> variables() {
        List<Index> variables = new ArrayList<>();
        for (int axis = 0; axis < rank(); axis++) {
            variables.add(Index.variable(variable(axis)));
        }
        return variables;
    }

    /** The name of the loop variable of an axis. */
    static String variable(int axis) {
        return axis < 6 ? Character.toString("ijklmn".charAt(axis)) : "i" + axis;
    }
}
