package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/** {@code (c ? a : 0) + (c ? b : 0) → c ? a + b : 0}, {@code (c ? a : 0) + (c ? 0 : b) → c ? a : b}, and mirrored (stable). */
final class FuseSumOfSelects implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Add sum)
                || !(sum.a().op() instanceof Select p)
                || !(sum.b().op() instanceof Select q)
                || p.condition() != q.condition()) {
            return Optional.empty();
        }
        boolean thenAlone = Terms.isZero(p.a()) || Terms.isZero(q.a());
        boolean otherwiseAlone = Terms.isZero(p.b()) || Terms.isZero(q.b());
        if (!thenAlone && !otherwiseAlone) {
            return Optional.empty();
        }
        Value chosen = g.select(p.condition(), joined(p.a(), q.a(), g), joined(p.b(), q.b(), g));
        return Optional.of(g.broadcast(chosen, v.shape()));
    }

    /** The sum, or one of them if the other is zero. */
    private static Value joined(Value a, Value b, Builder g) {
        if (Terms.isZero(a)) {
            return b;
        }
        return Terms.isZero(b) ? a : g.add(a, b);
    }
}
