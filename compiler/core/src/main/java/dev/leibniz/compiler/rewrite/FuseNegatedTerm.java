package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code p + (−q) → p − q}, {@code (−p) + q → q − p}, {@code p − (−q) → p + q} (exact). */
final class FuseNegatedTerm implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Add sum) {
            if (Signs.negated(sum.b(), g).isPresent()) {
                return Signs.negated(sum.b(), g).map(q -> g.subtract(sum.a(), q));
            }
            return Signs.negated(sum.a(), g).map(p -> g.subtract(sum.b(), p));
        }
        return v.op() instanceof Subtract difference
                ? Signs.negated(difference.b(), g).map(q -> g.add(difference.a(), q))
                : Optional.empty();
    }
}
