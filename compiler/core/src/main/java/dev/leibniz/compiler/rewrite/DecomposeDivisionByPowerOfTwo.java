package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import java.util.Optional;

/** {@code x/c → x·(1/c)} for a power of two c (exact). */
final class DecomposeDivisionByPowerOfTwo implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Divide quotient) || Terms.constant(quotient.b()).isEmpty()) {
            return Optional.empty();
        }
        double divisor = Terms.constant(quotient.b()).getAsDouble();
        boolean exact = Math.abs(divisor) == Math.scalb(1, Math.getExponent(divisor))
                && Math.abs(Math.getExponent(divisor)) <= LARGEST_EXPONENT;
        return exact ? Optional.of(g.multiply(quotient.a(), g.constant(1 / divisor))) : Optional.empty();
    }

    /** So that the reciprocal is a normal number in float too. */
    private static final int LARGEST_EXPONENT = 126;
}
