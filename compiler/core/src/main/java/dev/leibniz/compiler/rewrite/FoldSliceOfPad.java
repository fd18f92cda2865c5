package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Slice;
import java.util.Optional;

/** {@code pad(x)[part of x] → x[part]} (exact). */
final class FoldSliceOfPad implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Slice slice)
                || slice.step() != 1
                || !(slice.x().op() instanceof Pad pad)
                || pad.axis() != slice.axis()) {
            return Optional.empty();
        }
        Size start = slice.start().minus(pad.before());
        Size size = pad.x().shape().get(pad.axis());
        boolean inside = start.covers(Size.ZERO) && size.covers(start.plus(slice.count()));
        return inside ? Optional.of(g.slice(pad.x(), slice.axis(), start, slice.count(), 1)) : Optional.empty();
    }
}
