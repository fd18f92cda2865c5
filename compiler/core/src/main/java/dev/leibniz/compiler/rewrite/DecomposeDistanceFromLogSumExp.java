package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.LogSumExp;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/**
 * {@code a − logsumexp(x) → (a − m) − log Σ e^(x − m)} and {@code logsumexp(x) − a → log Σ e^(x − m) − (a − m)} for m = max x (stable).
 *
 * <p>As {@code a} is one of the x, or what was picked of them, the difference a − m has all its digits; m + log Σ keeps none below those of m.
 */
final class DecomposeDistanceFromLogSumExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Subtract difference)) {
            return Optional.empty();
        } else if (difference.b().op() instanceof LogSumExp total) {
            return Optional.of(g.subtract(g.subtract(difference.a(), total.shift(g)), total.logOfShifted(g)));
        }
        return difference.a().op() instanceof LogSumExp total
                ? Optional.of(g.subtract(total.logOfShifted(g), g.subtract(difference.b(), total.shift(g))))
                : Optional.empty();
    }
}
