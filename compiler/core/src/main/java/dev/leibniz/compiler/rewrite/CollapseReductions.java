package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reduce;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code reduce(reduce(x)) → reduce(x)} of one kind, over the axes of both (stable). */
final class CollapseReductions implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce outer)
                || !(outer.x().op() instanceof Reduce inner)
                || outer.combine() != inner.combine()) {
            return Optional.empty();
        }
        Set<Integer> axes = new TreeSet<>(outer.axes());
        axes.addAll(inner.axes());
        return Optional.of(g.reduce(outer.combine(), inner.x(), List.copyOf(axes)));
    }
}
