package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Multiply;
import java.util.Optional;

/**
 * {@code x·0 → 0} (unsafe).
 *
 * <p>Wrong where x is infinite or NaN.
 */
final class FoldMultiplyByZero implements Rule {
    @Override
    public Safety safety() {
        return Safety.UNSAFE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Multiply product && (Terms.isZero(product.a()) || Terms.isZero(product.b()))
                ? Optional.of(g.broadcast(g.add(new Constant(v.type().dtype(), 0)), v.shape()))
                : Optional.empty();
    }
}
