package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Slice;
import java.util.Optional;

/** {@code view(broadcast(s)) → broadcast(s)} for a single number s; views are reshape, permute and slice (exact). */
final class CollapseViewOfUniform implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        boolean view = v.op() instanceof Reshape || v.op() instanceof Permute || v.op() instanceof Slice;
        if (!view
                || !(v.op().operands().get(0).op() instanceof Broadcast broadcast)
                || !Terms.isSingle(broadcast.x())) {
            return Optional.empty();
        }
        return Optional.of(g.broadcast(g.reshape(broadcast.x(), Shape.SCALAR), v.shape()));
    }
}
