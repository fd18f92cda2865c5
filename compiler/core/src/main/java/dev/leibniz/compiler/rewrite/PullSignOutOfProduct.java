package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/**
 * {@code (−x)·y → −(x·y)}, {@code (−x)/y → −(x/y)}, {@code x/(−y) → −(x/y)} (exact).
 *
 * <p>A negative constant counts as a sign and its magnitude.
 */
final class PullSignOutOfProduct implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!v.type().isFloat()) {
            return Optional.empty();
        } else if (v.op() instanceof Multiply product) {
            return Signs.negated(product.a(), g)
                    .map(a -> g.negate(g.multiply(a, product.b())))
                    .or(() -> Signs.negated(product.b(), g).map(b -> g.negate(g.multiply(product.a(), b))));
        } else if (v.op() instanceof Divide quotient) {
            return Signs.negated(quotient.a(), g)
                    .map(a -> g.negate(g.divide(a, quotient.b())))
                    .or(() -> Signs.negated(quotient.b(), g).map(b -> g.negate(g.divide(quotient.a(), b))));
        }
        return Optional.empty();
    }
}
