package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Log1p;
import java.util.Optional;

/** {@code log(1 + exp(x)) → softplus(x)}, {@code log1p(exp(x)) → softplus(x)} (stable). */
final class StabiliseSoftplus implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Log1p log && log.x().op() instanceof Exp exp) {
            return Optional.of(g.softplus(exp.x()));
        }
        return v.op() instanceof Log log ? Sigmoids.onePlusExp(log.x()).map(g::softplus) : Optional.empty();
    }
}
