package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Slice;
import java.util.List;
import java.util.Optional;

/** {@code view(−x) → −view(x)} for reshape, permute and slice (exact). */
final class PullSignOutOfView implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        boolean view = v.op() instanceof Reshape || v.op() instanceof Permute || v.op() instanceof Slice;
        if (!view || !(v.op().operands().get(0).op() instanceof Negate negation)) {
            return Optional.empty();
        }
        return Optional.of(g.negate(g.add(v.op().withOperands(List.of(negation.x())))));
    }
}
