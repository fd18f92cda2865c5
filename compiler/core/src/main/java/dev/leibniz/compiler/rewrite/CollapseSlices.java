package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Slice;
import java.util.Optional;

/** {@code x[a:][b:] → x[a+b:]} along one axis, each of step 1 (exact). */
final class CollapseSlices implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Slice outer
                        && outer.x().op() instanceof Slice inner
                        && outer.axis() == inner.axis()
                        && outer.step() == 1
                        && inner.step() == 1
                ? Optional.of(g.slice(inner.x(), outer.axis(), inner.start().plus(outer.start()), outer.count(), 1))
                : Optional.empty();
    }
}
