package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reshape;
import java.util.Optional;

/** {@code reshape(reshape(x)) → reshape(x)}, {@code reshape(x) → x} to its own shape (exact). */
final class CollapseReshapes implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reshape outer)) {
            return Optional.empty();
        } else if (outer.x().op() instanceof Reshape inner) {
            return Optional.of(g.reshape(inner.x(), v.shape()));
        }
        return outer.x().shape().equals(v.shape()) ? Optional.of(outer.x()) : Optional.empty();
    }
}
