package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import java.util.Optional;

/** {@code 1 − sigmoid(x) → sigmoid(−x)} (stable). */
final class StabiliseOneMinusSigmoid implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return Sigmoids.oneMinusSigmoid(v).map(x -> g.sigmoid(g.negate(x)));
    }
}
