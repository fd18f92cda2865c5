package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Range;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.StopGradient;
import java.util.Map;

/**
 * What is known about the ints of a program.
 *
 * @param bounds the inputs whose elements are checked where data enters
 */
public record Ranges(Map<Leaf, Bounds> bounds) {
    /** {@code low ≤ element < high}. */
    public record Bounds(Size low, Size high) {}

    public Ranges {
        bounds = Map.copyOf(bounds);
    }

    /** Nothing is checked. */
    public static Ranges none() {
        return new Ranges(Map.of());
    }

    /** Whether every element of {@code ids} is certainly at least 0 and below {@code count}. */
    boolean within(Value ids, Size count) {
        Value source = ids;
        while (isView(source)) {
            source = source.op().operands().get(0);
        }
        if (source.op() instanceof Leaf leaf && bounds.containsKey(leaf)) {
            Bounds known = bounds.get(leaf);
            return known.low().covers(Size.ZERO) && count.covers(known.high());
        } else if (source.op() instanceof ArgExtreme extreme) {
            return count.covers(extreme.counted().elements());
        } else if (source.op() instanceof Range range) {
            return count.covers(range.count());
        }
        return source.op() instanceof Constant constant
                && constant.value() >= 0
                && count.covers(Size.of((long) constant.value() + 1));
    }

    /** Whether the value's elements are elements of its operand. */
    static boolean isView(Value v) {
        return v.op() instanceof Reshape
                || v.op() instanceof Permute
                || v.op() instanceof Slice
                || v.op() instanceof Broadcast
                || v.op() instanceof Pin
                || v.op() instanceof StopGradient;
    }
}
