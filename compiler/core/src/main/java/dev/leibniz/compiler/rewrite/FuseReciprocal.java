package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/** {@code (1/s)·x → x/s} for a single number s (stable). */
final class FuseReciprocal implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Multiply product
                ? fused(product.a(), product.b(), g).or(() -> fused(product.b(), product.a(), g))
                : Optional.empty();
    }

    private static Optional<Value> fused(Value reciprocal, Value x, Builder g) {
        return reciprocal.op() instanceof Divide quotient && Terms.is(quotient.a(), 1) && Terms.isSingle(quotient.b())
                ? Optional.of(g.divide(x, quotient.b()))
                : Optional.empty();
    }
}
