package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import java.util.Optional;

/**
 * {@code log(exp(a) + exp(b)) → a == b ? (a + b)/2 + log 2 : max(a, b) + softplus(−|a − b|)} (stable).
 *
 * <p>Equal arguments apart: they may be two infinities, and each gets half of the derivative.
 */
final class StabiliseLogAddExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Log log)
                || !(log.x().op() instanceof Add sum)
                || !(sum.a().op() instanceof Exp p)
                || !(sum.b().op() instanceof Exp q)) {
            return Optional.empty();
        }
        Value a = p.x();
        Value b = q.x();
        Value half = g.constant(0.5);
        Value middle = g.add(g.add(g.multiply(half, a), g.multiply(half, b)), g.constant(Math.log(2)));
        Value apart = g.add(g.maximum(a, b), g.softplus(g.negate(g.abs(g.subtract(a, b)))));
        return Optional.of(g.select(g.equal(a, b), middle, apart));
    }
}
