package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Log1p;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Sigmoid;
import java.util.Optional;

/** {@code log(sigmoid(x)) → −softplus(−x)}, {@code log(1 − sigmoid(x)) → −softplus(x)} (stable). */
final class StabiliseLogOfSigmoid implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Log log && log.x().op() instanceof Sigmoid sigmoid) {
            return Optional.of(g.negate(g.softplus(g.negate(sigmoid.x()))));
        } else if (v.op() instanceof Log log) {
            return Sigmoids.oneMinusSigmoid(log.x()).map(x -> g.negate(g.softplus(x)));
        }
        return v.op() instanceof Log1p log
                        && log.x().op() instanceof Negate negation
                        && negation.x().op() instanceof Sigmoid sigmoid
                ? Optional.of(g.negate(g.softplus(sigmoid.x())))
                : Optional.empty();
    }
}
