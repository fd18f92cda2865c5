package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/**
 * {@code s·(t·x) → (s·t)·x}, {@code s·(x/t) → (s/t)·x}, {@code (t·x)/s → (t/s)·x}, {@code (x/t)/s → x/(s·t)} for single numbers s, t (stable).
 *
 * <p>Where x is a single number too, s and t are constants.
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
            return times(product.a(), product.b(), g).or(() -> times(product.b(), product.a(), g));
        } else if (v.op() instanceof Divide quotient) {
            return over(quotient.a(), quotient.b(), g);
        }
        return Optional.empty();
    }

    private static Optional<Value> times(Value s, Value scaled, Builder g) {
        if (scaled.op() instanceof Multiply inner) {
            if (fuses(s, inner.a(), inner.b())) {
                return Optional.of(g.multiply(g.multiply(s, inner.a()), inner.b()));
            }
            return fuses(s, inner.b(), inner.a())
                    ? Optional.of(g.multiply(g.multiply(s, inner.b()), inner.a()))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && fuses(s, inner.b(), inner.a())
                ? Optional.of(g.multiply(g.divide(s, inner.b()), inner.a()))
                : Optional.empty();
    }

    private static Optional<Value> over(Value scaled, Value s, Builder g) {
        if (scaled.op() instanceof Multiply inner) {
            if (fuses(s, inner.a(), inner.b())) {
                return Optional.of(g.multiply(g.divide(inner.a(), s), inner.b()));
            }
            return fuses(s, inner.b(), inner.a())
                    ? Optional.of(g.multiply(g.divide(inner.b(), s), inner.a()))
                    : Optional.empty();
        }
        return scaled.op() instanceof Divide inner && fuses(s, inner.b(), inner.a())
                ? Optional.of(g.divide(inner.a(), g.multiply(inner.b(), s)))
                : Optional.empty();
    }

    private static boolean fuses(Value s, Value t, Value x) {
        boolean constants = s.op() instanceof Constant && t.op() instanceof Constant;
        return constants || Terms.isSingle(s) && Terms.isSingle(t) && !Terms.isSingle(x);
    }
}
