package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.OneHot;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Softmax;
import java.util.List;
import java.util.Optional;

/**
 * {@code log(sum(onehot(i)·softmax(x))) → sum(onehot(i)·x) − logsumexp(x)} along the last axis (stable).
 *
 * <p>Only where every id is known to be in range: of another one nothing is picked.
 */
final class StabiliseLogOfPicked implements Rule {
    private final Ranges ranges;

    StabiliseLogOfPicked(Ranges ranges) {
        this.ranges = ranges;
    }

    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Log log
                        && log.x().op() instanceof Reduce reduce
                        && reduce.combine() == Combine.SUM
                        && reduce.axes().equals(List.of(reduce.x().shape().rank() - 1))
                        && reduce.x().op() instanceof Multiply product
                ? picked(product.a(), product.b(), reduce, g).or(() -> picked(product.b(), product.a(), reduce, g))
                : Optional.empty();
    }

    private Optional<Value> picked(Value hot, Value chances, Reduce reduce, Builder g) {
        return hot.op() instanceof OneHot oneHot
                        && chances.op() instanceof Softmax softmax
                        && softmax.axes().equals(reduce.axes())
                        && hot.shape().equals(chances.shape())
                        && ranges.within(oneHot.ids(), oneHot.count())
                ? Optional.of(g.subtract(
                        g.sum(g.multiply(hot, softmax.x()), reduce.axes()), g.logSumExp(softmax.x(), reduce.axes())))
                : Optional.empty();
    }
}
