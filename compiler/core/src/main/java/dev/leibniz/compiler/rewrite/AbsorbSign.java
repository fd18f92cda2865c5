package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import java.util.Optional;

/** {@code −(c·x) → (−c)·x}, {@code −(c/x) → (−c)/x}, {@code −(x/c) → x/(−c)} for a constant c (exact). */
final class AbsorbSign implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Negate negation)) {
            return Optional.empty();
        } else if (negation.x().op() instanceof Multiply product) {
            return opposite(product.a(), g)
                    .map(c -> g.multiply(c, product.b()))
                    .or(() -> opposite(product.b(), g).map(c -> g.multiply(product.a(), c)));
        } else if (negation.x().op() instanceof Divide quotient) {
            return opposite(quotient.a(), g)
                    .map(c -> g.divide(c, quotient.b()))
                    .or(() -> opposite(quotient.b(), g).map(c -> g.divide(quotient.a(), c)));
        }
        return Optional.empty();
    }

    private static Optional<Value> opposite(Value v, Builder g) {
        return v.op() instanceof Constant constant && v.type().isFloat()
                ? Optional.of(g.constant(-constant.value()))
                : Optional.empty();
    }
}
