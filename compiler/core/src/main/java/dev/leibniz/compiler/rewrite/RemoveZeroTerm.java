package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/**
 * {@code x + (−0.0) → x}, {@code x − 0.0 → x} (exact).
 *
 * <p>{@code x + 0.0} is not x where x is −0.0; of ints it is.
 */
final class RemoveZeroTerm implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        double neutral = v.type().isFloat() ? -0.0 : 0.0;
        if (v.op() instanceof Add sum) {
            if (Terms.is(sum.b(), neutral)) {
                return Optional.of(g.broadcast(sum.a(), v.shape()));
            }
            return Terms.is(sum.a(), neutral) ? Optional.of(g.broadcast(sum.b(), v.shape())) : Optional.empty();
        }
        return v.op() instanceof Subtract difference && Terms.is(difference.b(), 0.0)
                ? Optional.of(g.broadcast(difference.a(), v.shape()))
                : Optional.empty();
    }
}
