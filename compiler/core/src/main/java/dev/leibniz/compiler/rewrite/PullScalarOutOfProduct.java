package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/**
 * {@code (s·x)·y → s·(x·y)}, {@code (x/s)·y → (x·y)/s}, {@code (s·x)/y → s·(x/y)} for a single number s (stable).
 *
 * <p>Only where the scaled tensor has no other user: it would be computed twice.
 */
final class PullScalarOutOfProduct implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return apply(v, g, value -> true);
    }

    @Override
    public Optional<Value> apply(Value v, Builder g, Uses uses) {
        if (!v.type().isFloat()) {
            return Optional.empty();
        } else if (v.op() instanceof Multiply product) {
            return scaled(product.a(), product.b(), g, uses, x -> g.multiply(x, product.b()))
                    .or(() -> scaled(product.b(), product.a(), g, uses, x -> g.multiply(product.a(), x)));
        }
        return v.op() instanceof Divide quotient
                ? scaled(quotient.a(), quotient.b(), g, uses, x -> g.divide(x, quotient.b()))
                : Optional.empty();
    }

    private static Optional<Value> scaled(Value scaled, Value other, Builder g, Uses uses, Product product) {
        if (Terms.isSingle(scaled) || Terms.isSingle(other) || !uses.once(scaled)) {
            return Optional.empty();
        } else if (scaled.op() instanceof Multiply inner) {
            if (Terms.isSingle(inner.a())) {
                return Optional.of(g.multiply(inner.a(), product.of(inner.b())));
            }
            return Terms.isSingle(inner.b())
                    ? Optional.of(g.multiply(inner.b(), product.of(inner.a())))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && Terms.isSingle(inner.b())
                ? Optional.of(g.divide(product.of(inner.a()), inner.b()))
                : Optional.empty();
    }

    /** What the scaled tensor was a factor of, for the tensor without the scale. */
    private interface Product {
        Value of(Value x);
    }
}
