package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Reduce;
import java.util.Optional;

/**
 * {@code sum(a·x) → a·sum(x)}, {@code sum(x/a) → sum(x)/a}, {@code sum(−x) → −sum(x)} where a does not change along the summed axes (stable).
 *
 * <p>Only of sums along the last axis: factor and sum stay in one loop.
 */
final class PullFactorOutOfSum implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)
                || reduce.combine() != Combine.SUM
                || !v.type().isFloat()) {
            return Optional.empty();
        }
        Value x = reduce.x();
        int rank = x.shape().rank();
        if (!reduce.axes().contains(rank - 1)) {
            return Optional.empty();
        } else if (x.op() instanceof Negate negation) {
            return Optional.of(g.negate(g.sum(negation.x(), reduce.axes())));
        } else if (x.op() instanceof Divide quotient) {
            return pulls(quotient.b(), quotient.a(), reduce)
                    ? Optional.of(g.divide(g.sum(quotient.a(), reduce.axes()), quotient.b()))
                    : Optional.empty();
        } else if (x.op() instanceof Multiply product) {
            if (pulls(product.a(), product.b(), reduce)) {
                return Optional.of(g.multiply(product.a(), g.sum(product.b(), reduce.axes())));
            }
            return pulls(product.b(), product.a(), reduce)
                    ? Optional.of(g.multiply(product.b(), g.sum(product.a(), reduce.axes())))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean pulls(Value factor, Value rest, Reduce reduce) {
        return rest.shape().equals(reduce.x().shape())
                && Terms.isConstantAlong(factor, reduce.axes(), rest.shape().rank());
    }
}
