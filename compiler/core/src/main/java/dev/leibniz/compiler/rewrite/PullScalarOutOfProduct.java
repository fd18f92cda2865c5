package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code (s·x)·y → s·(x·y)}, {@code (x/s)·y → (x·y)/s}, {@code (s·x)/y → s·(x/y)} for a number s that is neither huge nor tiny (stable).
 *
 * <p>Of another one x·y might overflow where (s·x)·y does not. Only where the scaled tensor has no other user: it would be computed twice.
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
            Shape shape = v.shape();
            return scaled(product.a(), product.b(), shape, g, uses, x -> g.multiply(x, product.b()))
                    .or(() -> scaled(product.b(), product.a(), shape, g, uses, x -> g.multiply(product.a(), x)));
        }
        return v.op() instanceof Divide quotient
                ? scaled(quotient.a(), quotient.b(), v.shape(), g, uses, x -> g.divide(x, quotient.b()))
                : Optional.empty();
    }

    private static Optional<Value> scaled(
            Value scaled, Value other, Shape shape, Builder g, Uses uses, UnaryOperator<Value> product) {
        if (Terms.isNarrow(scaled, shape) || Terms.isNarrow(other, shape) || !uses.once(scaled)) {
            return Optional.empty();
        } else if (scaled.op() instanceof Multiply inner) {
            if (isPulled(inner.a(), shape)) {
                return Optional.of(g.multiply(inner.a(), product.apply(inner.b())));
            }
            return isPulled(inner.b(), shape)
                    ? Optional.of(g.multiply(inner.b(), product.apply(inner.a())))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && isPulled(inner.b(), shape)
                ? Optional.of(g.divide(product.apply(inner.a()), inner.b()))
                : Optional.empty();
    }

    private static boolean isPulled(Value s, Shape shape) {
        return Terms.isNarrow(s, shape) && Terms.isModest(s);
    }
}
