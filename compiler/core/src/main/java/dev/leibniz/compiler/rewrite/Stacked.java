package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a value is in all turns of a loop, made around the loop: with the turns as one more axis, or one value that is the same in all of them.
 *
 * @param axis where the turns are; {@link #ALIKE} if there is no such axis
 */
record Stacked(Value value, int axis) {
    static final int ALIKE = -1;

    boolean isAlike() {
        return axis == ALIKE;
    }

    /** The rank of the value in a turn. */
    int rank() {
        return value.shape().rank() - (isAlike() ? 0 : 1);
    }

    /** Where an axis that the value has in a turn is. */
    int axisOf(int own) {
        return isAlike() || own < axis ? own : own + 1;
    }

    /** The same with the turns at another axis. */
    Stacked at(int to, Builder g) {
        if (isAlike() || axis == to) {
            return this;
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, value.shape().rank()).boxed().toList());
        order.remove(axis);
        order.add(to, axis);
        return new Stacked(g.permute(value, order), to);
    }

    /** The same with axes of size 1 before its own, so that each turn has {@code rank} of them. */
    Stacked ofRank(int rank, Builder g) {
        int more = rank - rank();
        if (isAlike() || more == 0) {
            return this;
        }
        Shape shape = value.shape();
        for (int k = 0; k < more; k++) {
            shape = shape.insert(0, Size.ONE);
        }
        return new Stacked(g.reshape(value, shape), axis + more);
    }

    /** A value that broadcasts to one of a turn's rank {@code rank} as a turn's value does, the turns of that one being at {@code at}. */
    Value broadcasting(int rank, int at, Builder g) {
        if (!isAlike()) {
            return ofRank(rank, g).at(at, g).value();
        }
        int own = at - (rank - rank());
        return own > 0 ? g.reshape(value, value.shape().insert(own, Size.ONE)) : value;
    }
}
