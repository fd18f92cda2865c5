package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Compare;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/**
 * {@code x/n → s == 0 ? 0 : x/sqrt(s == 0 ? 1 : s)} for the norm n = sqrt(s), s = sum(x²), as {@link StabiliseNorm} writes it (stable).
 *
 * <p>Zeros have no direction: 0 with derivative 0 instead of 0/0.
 */
final class StabiliseNormalised implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Divide quotient)
                || !(quotient.b().op() instanceof Select norm)
                || !(norm.condition().op() instanceof Compare compare)
                || !Norms.base(compare.a()).equals(Optional.of(quotient.a()))) {
            return Optional.empty();
        }
        Value sum = compare.a();
        boolean isNorm = norm.condition() == Norms.isZero(sum, g)
                && Terms.isZero(norm.a())
                && norm.b() == Norms.positive(sum, g);
        return isNorm
                ? Optional.of(g.select(norm.condition(), g.zero(), g.divide(quotient.a(), norm.b())))
                : Optional.empty();
    }
}
