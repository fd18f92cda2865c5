package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Power;
import java.util.Optional;

/**
 * {@code x^2 → x·x}, {@code x^3 → x·x·x}, {@code x^4 → (x·x)·(x·x)}, {@code x^½ → sqrt(x)}, {@code x^(−p) → 1/x^p} for those and 1 (stable).
 *
 * <p>Of −∞ the root is NaN, its power ½ would be ∞.
 */
final class DecomposePower implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Power power) || Terms.constant(power.b()).isEmpty()) {
            return Optional.empty();
        }
        double exponent = Terms.constant(power.b()).getAsDouble();
        Value x = g.broadcast(power.a(), v.shape());
        Optional<Value> magnitude = positive(x, Math.abs(exponent), g);
        return exponent < 0 ? magnitude.map(m -> g.divide(g.one(), m)) : magnitude;
    }

    private static Optional<Value> positive(Value x, double exponent, Builder g) {
        if (exponent == 0.5) {
            return Optional.of(g.sqrt(x));
        } else if (exponent == 1) {
            return Optional.of(x);
        } else if (exponent == 2 || exponent == 3 || exponent == 4) {
            Value square = g.multiply(x, x);
            return Optional.of(exponent == 2 ? square : g.multiply(square, exponent == 3 ? x : square));
        }
        return Optional.empty();
    }
}
