package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Negate;
import java.util.Optional;

/** {@code −(−x) → x} (exact). */
final class CollapseNegations implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Negate outer && outer.x().op() instanceof Negate inner
                ? Optional.of(inner.x())
                : Optional.empty();
    }
}
