package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sum(broadcast(x)) → n·sum(x)} for the n copies, {@code max(broadcast(x)) → max(x)} (stable). */
final class FoldReductionOfBroadcast implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)
                || reduce.combine() == Combine.PRODUCT
                || !(reduce.x().op() instanceof Broadcast broadcast)) {
            return Optional.empty();
        }
        int rank = reduce.x().shape().rank();
        Shape whole = broadcast.x().shape();
        while (whole.rank() < rank) {
            whole = whole.insert(0, Size.ONE);
        }
        Size copies = Size.ONE;
        List<Integer> axes = new ArrayList<>();
        for (int axis : reduce.axes()) {
            if (whole.get(axis).isOne()) {
                copies = copies.times(reduce.x().shape().get(axis));
            } else {
                axes.add(axis);
            }
        }
        if (axes.size() == reduce.axes().size()) {
            return Optional.empty();
        }
        Value once = g.broadcast(g.reduce(reduce.combine(), g.reshape(broadcast.x(), whole), axes), v.shape());
        return Optional.of(reduce.combine() == Combine.SUM ? times(copies, once, v.type(), g) : once);
    }

    private static Value times(Size copies, Value x, TensorType type, Builder g) {
        Value count = type.isFloat() ? g.size(copies) : g.add(new SizeOf(copies));
        return g.multiply(count, x);
    }
}
