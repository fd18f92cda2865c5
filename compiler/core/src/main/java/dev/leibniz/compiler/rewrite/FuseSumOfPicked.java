package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.ArgExtreme;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Compare;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Range;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Select;
import java.util.List;
import java.util.Optional;

/**
 * {@code sum(argmax(x) == positions ? x : 0) → max(x)} (stable), and the same of argmin.
 *
 * <p>Only once derivatives have been taken: those of the sum go to the first of equal elements, those of the maximum to all.
 */
final class FuseSumOfPicked implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        boolean picks = v.op() instanceof Reduce reduce
                && reduce.combine() == Combine.SUM
                && reduce.x().op() instanceof Select select
                && isZero(select.b())
                && select.condition().op() instanceof Compare compare
                && compare.relation() == Relation.EQUAL
                && compare.a().op() instanceof ArgExtreme extreme
                && extreme.x() == select.a()
                && extreme.axes().equals(reduce.axes())
                && isCount(compare.b(), extreme);
        if (!picks) {
            return Optional.empty();
        }
        Reduce sum = (Reduce) v.op();
        Select select = (Select) sum.x().op();
        ArgExtreme extreme =
                (ArgExtreme) select.condition().op().operands().get(0).op();
        return Optional.of(g.reduce(extreme.largest() ? Combine.MAXIMUM : Combine.MINIMUM, select.a(), sum.axes()));
    }

    private static boolean isZero(Value v) {
        return v.op() instanceof Constant constant && constant.value() == 0;
    }

    /** Whether the value numbers the positions along the axes of the extreme, which are the last ones. */
    private static boolean isCount(Value v, ArgExtreme extreme) {
        Value range = v.op() instanceof Reshape reshape ? reshape.x() : v;
        int rank = extreme.x().shape().rank();
        List<Integer> axes = extreme.axes();
        return range.op() instanceof Range
                && v.shape().equals(extreme.counted())
                && axes.get(0) == rank - axes.size()
                && axes.get(axes.size() - 1) == rank - 1;
    }
}
