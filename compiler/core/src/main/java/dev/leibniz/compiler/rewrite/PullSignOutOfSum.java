package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/**
 * {@code (−p) − q → −(p + q)}, {@code −(p − q) → q − p} (stable).
 *
 * <p>A difference with other users keeps its order: both would be computed.
 */
final class PullSignOutOfSum implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return apply(v, g, value -> true);
    }

    @Override
    public Optional<Value> apply(Value v, Builder g, Uses uses) {
        if (v.op() instanceof Subtract difference && difference.a().op() instanceof Negate left) {
            return Optional.of(g.negate(g.add(left.x(), difference.b())));
        }
        return v.op() instanceof Negate negation
                        && negation.x().op() instanceof Subtract difference
                        && uses.once(negation.x())
                ? Optional.of(g.subtract(difference.b(), difference.a()))
                : Optional.empty();
    }
}
