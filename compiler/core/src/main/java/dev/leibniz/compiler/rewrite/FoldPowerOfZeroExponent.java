package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Power;
import java.util.Optional;

/**
 * {@code x^0 → 1} (exact).
 *
 * <p>IEEE 754 says so even for NaN.
 */
final class FoldPowerOfZeroExponent implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Power power && Terms.isZero(power.b())
                ? Optional.of(g.broadcast(g.one(), v.shape()))
                : Optional.empty();
    }
}
