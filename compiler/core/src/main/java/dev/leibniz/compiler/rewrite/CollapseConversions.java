package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Convert;
import java.util.Optional;

/** {@code float(int(p)) → float(p)} for a bool p, {@code float(x) → x} for a float x (exact). */
final class CollapseConversions implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Convert outer)) {
            return Optional.empty();
        } else if (outer.x().type().equals(v.type())) {
            return Optional.of(outer.x());
        }
        return outer.x().op() instanceof Convert inner && inner.x().type().dtype() == DType.BOOL
                ? Optional.of(g.add(new Convert(v.type().dtype(), inner.x())))
                : Optional.empty();
    }
}
