package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.LogSumExp;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code logsumexp(x − m) + m → logsumexp(x)} where m does not change along the summed axes (stable). */
final class CollapseShiftOfLogSumExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Add sum
                ? unshifted(sum.a(), sum.b(), g).or(() -> unshifted(sum.b(), sum.a(), g))
                : Optional.empty();
    }

    private static Optional<Value> unshifted(Value total, Value shift, Builder g) {
        return total.op() instanceof LogSumExp logSumExp
                        && logSumExp.x().op() instanceof Subtract difference
                        && difference.b() == shift
                        && difference.a().shape().equals(logSumExp.x().shape())
                        && Terms.isConstantAlong(
                                shift, logSumExp.axes(), logSumExp.x().shape().rank())
                ? Optional.of(g.logSumExp(difference.a(), logSumExp.axes()))
                : Optional.empty();
    }
}
