package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.And;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Not;
import dev.leibniz.compiler.op.Or;
import java.util.Optional;

/** {@code true && p → p}, {@code false && p → false}, {@code false || p → p}, {@code true || p → true}, {@code !!p → p} (exact). */
final class FoldLogic implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Not outer && outer.x().op() instanceof Not inner) {
            return Optional.of(inner.x());
        } else if (v.op() instanceof And and) {
            return folded(v, and.a(), and.b(), 1, g).or(() -> folded(v, and.b(), and.a(), 1, g));
        } else if (v.op() instanceof Or or) {
            return folded(v, or.a(), or.b(), 0, g).or(() -> folded(v, or.b(), or.a(), 0, g));
        }
        return Optional.empty();
    }

    private static Optional<Value> folded(Value v, Value known, Value other, double neutral, Builder g) {
        if (Terms.constant(known).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(g.broadcast(Terms.is(known, neutral) ? other : known, v.shape()));
    }
}
