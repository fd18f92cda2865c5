package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.OneHot;
import dev.leibniz.compiler.op.Reduce;
import java.util.List;
import java.util.Optional;

/**
 * {@code sum(onehot(i), axis = −1) → 1} (exact).
 *
 * <p>Only where every id is known to be in range: another one's row is all zeros.
 */
final class FoldSumOfOneHot implements Rule {
    private final Ranges ranges;

    FoldSumOfOneHot(Ranges ranges) {
        this.ranges = ranges;
    }

    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)
                || reduce.combine() != Combine.SUM
                || !(reduce.x().op() instanceof OneHot oneHot)
                || !ranges.within(oneHot.ids(), oneHot.count())) {
            return Optional.empty();
        }
        int last = reduce.x().shape().rank() - 1;
        List<Integer> others =
                reduce.axes().stream().filter(axis -> axis != last).toList();
        if (others.size() == reduce.axes().size()) {
            return Optional.empty();
        }
        Value ones = g.broadcast(g.one(), reduce.x().shape().with(last, Size.ONE));
        return Optional.of(g.sum(ones, others));
    }
}
