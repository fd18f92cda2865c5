package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import java.util.Optional;

/** {@code x + x → 2·x} (exact). */
final class FoldDoubling implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Add sum && sum.a() == sum.b() && v.type().isFloat()
                ? Optional.of(g.multiply(g.constant(2), sum.a()))
                : Optional.empty();
    }
}
