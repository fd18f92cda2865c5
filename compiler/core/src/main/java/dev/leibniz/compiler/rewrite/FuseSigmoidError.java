package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Sigmoid;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code (1 − t) − sigmoid(−z) → sigmoid(z) − t} (stable). */
final class FuseSigmoidError implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Subtract difference
                        && difference.a().op() instanceof Subtract rest
                        && Terms.is(rest.a(), 1)
                        && difference.b().op() instanceof Sigmoid sigmoid
                        && sigmoid.x().op() instanceof Negate negation
                ? Optional.of(g.subtract(g.sigmoid(negation.x()), rest.b()))
                : Optional.empty();
    }
}
