package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Permute;
import java.util.List;
import java.util.Optional;

/** {@code permute(x) → reshape(x)} where only axes of size 1 change places (exact). */
final class FoldPermuteOfUnitAxes implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Permute permute)) {
            return Optional.empty();
        }
        Shape from = permute.x().shape();
        List<Integer> moved =
                permute.order().stream().filter(axis -> !from.get(axis).isOne()).toList();
        boolean ordered = moved.equals(moved.stream().sorted().toList());
        return ordered ? Optional.of(g.reshape(permute.x(), v.shape())) : Optional.empty();
    }
}
