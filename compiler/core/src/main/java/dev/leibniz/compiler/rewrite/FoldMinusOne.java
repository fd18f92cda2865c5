package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/** {@code x·(−1) → −x}, {@code x/(−1) → −x} (exact). */
final class FoldMinusOne implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Multiply product) {
            if (Terms.is(product.a(), -1)) {
                return Optional.of(g.negate(g.broadcast(product.b(), v.shape())));
            }
            return Terms.is(product.b(), -1)
                    ? Optional.of(g.negate(g.broadcast(product.a(), v.shape())))
                    : Optional.empty();
        }
        return v.op() instanceof Divide quotient && Terms.is(quotient.b(), -1)
                ? Optional.of(g.negate(g.broadcast(quotient.a(), v.shape())))
                : Optional.empty();
    }
}
