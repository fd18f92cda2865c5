package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reduce;
import java.util.List;
import java.util.Optional;

/** {@code reduce(x) → x} over axes of size 1, fewer axes where only some have size 1 (stable). */
final class RemoveUnitReduction implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)) {
            return Optional.empty();
        }
        List<Integer> axes = reduce.axes().stream()
                .filter(axis -> !reduce.x().shape().get(axis).isOne())
                .toList();
        return axes.size() < reduce.axes().size()
                ? Optional.of(g.reduce(reduce.combine(), reduce.x(), axes))
                : Optional.empty();
    }
}
