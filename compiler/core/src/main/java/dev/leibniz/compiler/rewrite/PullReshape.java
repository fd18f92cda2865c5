package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Reshape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code f(reshape(x), reshape(y), s) → reshape(f(x, y, s))} where x and y have one shape and s is a scalar (exact).
 *
 * <p>A single reshape is pulled only if it does no more than add or drop axes of size 1: another one is a name for memory. Minus signs are pulled further.
 */
final class PullReshape implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Elementwise) || v.op() instanceof Pin || v.op() instanceof Negate) {
            return Optional.empty();
        }
        List<Value> inner = new ArrayList<>();
        Set<Shape> shapes = new LinkedHashSet<>();
        for (Value operand : v.op().operands()) {
            if (operand.op() instanceof Reshape reshape && operand.shape().equals(v.shape())) {
                shapes.add(reshape.x().shape());
                inner.add(reshape.x());
            } else if (operand.shape().rank() == 0) {
                inner.add(operand);
            } else {
                return Optional.empty();
            }
        }
        if (shapes.size() != 1) {
            return Optional.empty();
        }
        Shape shape = shapes.iterator().next();
        boolean several = inner.stream().filter(x -> x.shape().equals(shape)).count() > 1;
        return several || Terms.sameButUnits(shape, v.shape())
                ? Optional.of(g.reshape(g.add(v.op().withOperands(inner)), v.shape()))
                : Optional.empty();
    }
}
