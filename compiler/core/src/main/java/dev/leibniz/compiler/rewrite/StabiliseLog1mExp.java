package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Expm1;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Log1p;
import dev.leibniz.compiler.op.Negate;
import java.util.Optional;

/** {@code log(−expm1(x)) → log1mexp(x)}, {@code log1p(−exp(x)) → log1mexp(x)} (stable): the one has no digits where x is large, the other where it is small. */
final class StabiliseLog1mExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Log log
                && log.x().op() instanceof Negate minus
                && minus.x().op() instanceof Expm1 power) {
            return Optional.of(g.log1mexp(power.x()));
        }
        return v.op() instanceof Log1p log
                        && log.x().op() instanceof Negate minus
                        && minus.x().op() instanceof Exp exp
                ? Optional.of(g.log1mexp(exp.x()))
                : Optional.empty();
    }
}
