package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Softplus;
import dev.leibniz.compiler.op.Subtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code t·softplus(−z) + (1 − t)·softplus(z) → (1 − t)·z + softplus(−z)} (stable). */
final class StabiliseBinaryCrossEntropy implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Add sum
                ? fused(sum.a(), sum.b(), g).or(() -> fused(sum.b(), sum.a(), g))
                : Optional.empty();
    }

    private static Optional<Value> fused(Value left, Value right, Builder g) {
        for (Weighted p : weighted(left)) {
            for (Weighted q : weighted(right)) {
                if (p.x().op() instanceof Negate negation
                        && negation.x() == q.x()
                        && q.weight().op() instanceof Subtract rest
                        && Terms.is(rest.a(), 1)
                        && rest.b() == p.weight()) {
                    return Optional.of(g.add(g.multiply(q.weight(), q.x()), g.softplus(p.x())));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code weight·softplus(x)}. */
    private record Weighted(Value weight, Value x) {}

    private static List<Weighted> weighted(Value v) {
        List<Weighted> ways = new ArrayList<>();
        if (v.op() instanceof Multiply product) {
            if (product.b().op() instanceof Softplus softplus) {
                ways.add(new Weighted(product.a(), softplus.x()));
            }
            if (product.a().op() instanceof Softplus softplus) {
                ways.add(new Weighted(product.b(), softplus.x()));
            }
        }
        return ways;
    }
}
