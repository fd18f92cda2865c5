package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code log(1 + x) → log1p(x)}, {@code log(1 − x) → log1p(−x)} (stable). */
final class StabiliseLog1p implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Log log)) {
            return Optional.empty();
        } else if (log.x().op() instanceof Add sum) {
            if (Terms.is(sum.a(), 1)) {
                return Optional.of(g.log1p(sum.b()));
            }
            return Terms.is(sum.b(), 1) ? Optional.of(g.log1p(sum.a())) : Optional.empty();
        }
        return log.x().op() instanceof Subtract difference && Terms.is(difference.a(), 1)
                ? Optional.of(g.log1p(g.negate(difference.b())))
                : Optional.empty();
    }
}
