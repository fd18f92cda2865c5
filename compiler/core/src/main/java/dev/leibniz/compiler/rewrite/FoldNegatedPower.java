package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Power;
import java.util.Optional;

/** {@code (−x)^n → x^n} for even n (exact). */
final class FoldNegatedPower implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Power power
                        && power.a().op() instanceof Negate negation
                        && Terms.constant(power.b()).orElse(1) % 2 == 0
                ? Optional.of(g.add(new Power(negation.x(), power.b())))
                : Optional.empty();
    }
}
