package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/**
 * {@code s·(t·x) → (s·t)·x}, {@code s·(x/t) → (s/t)·x}, {@code (t·x)/s → (t/s)·x}, {@code (x/t)/s → x/(s·t)} for s, t that x has many of along its inner axis, one of them
 * neither huge nor tiny (stable).
 *
 * <p>Such as a size and a value for each row. Of two that may be anything the product might overflow, or vanish, where {@code x/s/t} does neither.
 */
final class FuseScalarFactors implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!v.type().isFloat()) {
            return Optional.empty();
        } else if (v.op() instanceof Multiply product) {
            return times(product.a(), product.b(), v.shape(), g)
                    .or(() -> times(product.b(), product.a(), v.shape(), g));
        } else if (v.op() instanceof Divide quotient) {
            return over(quotient.a(), quotient.b(), v.shape(), g);
        }
        return Optional.empty();
    }

    private static Optional<Value> times(Value s, Value scaled, Shape shape, Builder g) {
        if (scaled.op() instanceof Multiply inner) {
            if (fuses(s, inner.a(), inner.b(), shape)) {
                return Optional.of(g.multiply(g.multiply(s, inner.a()), inner.b()));
            }
            return fuses(s, inner.b(), inner.a(), shape)
                    ? Optional.of(g.multiply(g.multiply(s, inner.b()), inner.a()))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && fuses(s, inner.b(), inner.a(), shape)
                ? Optional.of(g.multiply(g.divide(s, inner.b()), inner.a()))
                : Optional.empty();
    }

    private static Optional<Value> over(Value scaled, Value s, Shape shape, Builder g) {
        if (scaled.op() instanceof Multiply inner) {
            if (fuses(s, inner.a(), inner.b(), shape)) {
                return Optional.of(g.multiply(g.divide(inner.a(), s), inner.b()));
            }
            return fuses(s, inner.b(), inner.a(), shape)
                    ? Optional.of(g.multiply(g.divide(inner.b(), s), inner.a()))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && fuses(s, inner.b(), inner.a(), shape)
                ? Optional.of(g.divide(inner.a(), g.multiply(inner.b(), s)))
                : Optional.empty();
    }

    private static boolean fuses(Value s, Value t, Value x, Shape shape) {
        if (s.op() instanceof Constant && t.op() instanceof Constant) {
            return Terms.isModest(s) && Terms.isModest(t);
        }
        boolean narrow = Terms.isNarrow(s, shape) && Terms.isNarrow(t, shape) && !Terms.isNarrow(x, shape);
        return narrow && (Terms.isModest(s) || Terms.isModest(t));
    }
}
