package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code exp(x) − 1 → expm1(x)}, {@code 1 − exp(x) → −expm1(x)} (stable). */
final class StabiliseExpm1 implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Subtract difference)) {
            return Optional.empty();
        } else if (difference.a().op() instanceof Exp exp && Terms.is(difference.b(), 1)) {
            return Optional.of(g.expm1(exp.x()));
        }
        return difference.b().op() instanceof Exp exp && Terms.is(difference.a(), 1)
                ? Optional.of(g.negate(g.expm1(exp.x())))
                : Optional.empty();
    }
}
