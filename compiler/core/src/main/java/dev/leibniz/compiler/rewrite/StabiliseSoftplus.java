package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Log1p;
import java.util.Optional;

/** {@code log(1 + exp(x)) → softplus(x)}, {@code log1p(exp(x)) → softplus(x)}, {@code log(c + exp(x)) → log(c) + softplus(x − log(c))} for c > 0 (stable). */
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
        if (!(v.op() instanceof Log log)) {
            return Optional.empty();
        }
        Optional<Value> one = Sigmoids.onePlusExp(log.x()).map(g::softplus);
        return one.isPresent() || !(log.x().op() instanceof Add sum)
                ? one
                : shifted(sum.a(), sum.b(), g).or(() -> shifted(sum.b(), sum.a(), g));
    }

    private static Optional<Value> shifted(Value c, Value v, Builder g) {
        if (!(v.op() instanceof Exp exp) || Terms.constant(c).orElse(0) <= 0 || !Terms.isModest(c)) {
            return Optional.empty();
        }
        Value shift = g.constant(Math.log(Terms.constant(c).getAsDouble()));
        return Optional.of(g.add(shift, g.softplus(g.subtract(exp.x(), shift))));
    }
}
