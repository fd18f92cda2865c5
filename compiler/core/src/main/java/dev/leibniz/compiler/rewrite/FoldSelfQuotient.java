package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import java.util.Optional;

/**
 * {@code x/x → 1} (unsafe).
 *
 * <p>Wrong where x is zero, infinite or NaN.
 */
final class FoldSelfQuotient implements Rule {
    @Override
    public Safety safety() {
        return Safety.UNSAFE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Divide quotient && quotient.a() == quotient.b()
                ? Optional.of(g.broadcast(g.one(), v.shape()))
                : Optional.empty();
    }
}
