package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Concat;
import dev.leibniz.compiler.op.Slice;
import java.util.Optional;

/** {@code concat(a, b)[part of a] → a[part]} (exact). */
final class FoldSliceOfConcat implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Slice slice)
                || slice.step() != 1
                || !(slice.x().op() instanceof Concat concat)
                || concat.axis() != slice.axis()) {
            return Optional.empty();
        }
        Size start = Size.ZERO;
        for (Value part : concat.operands()) {
            Size end = start.plus(part.shape().get(slice.axis()));
            if (slice.start().covers(start) && end.covers(slice.start().plus(slice.count()))) {
                return Optional.of(g.slice(part, slice.axis(), slice.start().minus(start), slice.count(), 1));
            }
            start = end;
        }
        return Optional.empty();
    }
}
