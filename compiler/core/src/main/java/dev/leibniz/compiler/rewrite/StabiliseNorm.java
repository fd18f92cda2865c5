package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Sqrt;
import java.util.Optional;

/**
 * {@code sqrt(s) → s == 0 ? 0 : sqrt(s == 0 ? 1 : s)} for a sum of squares s (stable).
 *
 * <p>The value is the same; the derivative of the norm of zeros is 0 and not 0·∞.
 */
final class StabiliseNorm implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Sqrt sqrt && Norms.isSumOfSquares(sqrt.x())
                ? Optional.of(g.select(Norms.isZero(sqrt.x(), g), g.zero(), Norms.positive(sqrt.x(), g)))
                : Optional.empty();
    }
}
