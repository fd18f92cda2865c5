package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.OneHot;
import java.util.Optional;

/**
 * {@code onehot(i)·x → i == position ? x : 0} (stable).
 *
 * <p>So what is not picked is zero whatever x is there.
 */
final class DecomposeProductWithOneHot implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Multiply product
                ? picked(product.a(), product.b(), g).or(() -> picked(product.b(), product.a(), g))
                : Optional.empty();
    }

    private static Optional<Value> picked(Value hot, Value x, Builder g) {
        if (!(hot.op() instanceof OneHot oneHot)) {
            return Optional.empty();
        }
        Shape ids = oneHot.ids().shape();
        Value id = g.reshape(oneHot.ids(), ids.append(Shape.of(Size.ONE)));
        return Optional.of(g.select(g.equal(id, g.range(oneHot.count())), x, g.zero()));
    }
}
