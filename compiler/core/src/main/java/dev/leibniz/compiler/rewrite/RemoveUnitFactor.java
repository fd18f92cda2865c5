package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Power;
import java.util.Optional;

/** {@code x·1 → x}, {@code x/1 → x}, {@code x^1 → x} (exact). */
final class RemoveUnitFactor implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Multiply product) {
            if (Terms.isUniform(product.a(), 1)) {
                return Optional.of(g.broadcast(product.b(), v.shape()));
            }
            return Terms.isUniform(product.b(), 1)
                    ? Optional.of(g.broadcast(product.a(), v.shape()))
                    : Optional.empty();
        } else if (v.op() instanceof Divide quotient && Terms.isUniform(quotient.b(), 1)) {
            return Optional.of(g.broadcast(quotient.a(), v.shape()));
        }
        return v.op() instanceof Power power && Terms.is(power.b(), 1)
                ? Optional.of(g.broadcast(power.a(), v.shape()))
                : Optional.empty();
    }
}
