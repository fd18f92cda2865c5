package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Sqrt;
import java.util.Optional;

/** {@code sqrt(x·x) → abs(x)} (stable): neither overflows, and the derivative at 0 is 0. */
final class StabiliseRootOfSquare implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Sqrt sqrt ? Terms.square(sqrt.x()).map(g::abs) : Optional.empty();
    }
}
