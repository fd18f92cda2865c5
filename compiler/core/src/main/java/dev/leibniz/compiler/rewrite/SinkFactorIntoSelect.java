package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code g·(c ? f : 0) → c ? g·f : 0}, {@code (c ? f : 0)/g → c ? f/g : 0}, {@code −(c ? f : 0) → c ? −f : 0}, and with the zero first (stable).
 *
 * <p>So what is not chosen stays an exact zero, whatever the factor is: no NaN or infinity reaches it.
 */
final class SinkFactorIntoSelect implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Multiply product) {
            return sunk(product.b(), g, f -> g.multiply(product.a(), f))
                    .or(() -> sunk(product.a(), g, f -> g.multiply(f, product.b())));
        } else if (v.op() instanceof Divide quotient) {
            return sunk(quotient.a(), g, f -> g.divide(f, quotient.b()));
        }
        return v.op() instanceof Negate negation ? sunk(negation.x(), g, g::negate) : Optional.empty();
    }

    private static Optional<Value> sunk(Value v, Builder g, UnaryOperator<Value> work) {
        if (!(v.op() instanceof Select choice) || !v.type().isFloat()) {
            return Optional.empty();
        } else if (Terms.isZero(choice.b())) {
            return Optional.of(g.select(choice.condition(), work.apply(choice.a()), g.zero()));
        }
        return Terms.isZero(choice.a())
                ? Optional.of(g.select(choice.condition(), g.zero(), work.apply(choice.b())))
                : Optional.empty();
    }
}
