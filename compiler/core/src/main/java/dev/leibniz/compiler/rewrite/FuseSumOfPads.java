package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Pad;
import java.util.List;
import java.util.Optional;

/**
 * {@code pad(a) + pad(b) → pad(concat(a, b))} where zeros surround both and b begins where a ends (stable).
 *
 * <p>So the cotangents of the parts of a split come together without any addition.
 */
final class FuseSumOfPads implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Add sum)
                || !(sum.a().op() instanceof Pad p)
                || !(sum.b().op() instanceof Pad q)
                || p.axis() != q.axis()
                || p.value() != 0
                || q.value() != 0) {
            return Optional.empty();
        }
        return joined(p, q, g)
                .or(() -> joined(q, p, g))
                .filter(fused -> fused.type().equals(v.type()));
    }

    private static Optional<Value> joined(Pad first, Pad second, Builder g) {
        Size end = first.before().plus(first.x().shape().get(first.axis()));
        if (!second.before().equals(end)) {
            return Optional.empty();
        }
        Value both = g.concat(List.of(first.x(), second.x()), first.axis());
        return Optional.of(g.pad(both, first.axis(), first.before(), second.after(), 0));
    }
}
