package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import java.util.Optional;

/** {@code 1/(1 + exp(−x)) → sigmoid(x)}, {@code exp(x)/(1 + exp(x)) → sigmoid(x)}, {@code a/(1 + exp(−x)) → a·sigmoid(x)} (stable). */
final class StabiliseSigmoid implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Divide quotient)) {
            return Optional.empty();
        }
        Optional<Value> exponent = Sigmoids.onePlusExp(quotient.b());
        if (Terms.is(quotient.a(), 1)) {
            return exponent.map(x -> g.sigmoid(g.negate(x)));
        }
        return exponent.map(x -> quotient.a().op() instanceof Exp exp && exp.x() == x
                ? g.sigmoid(x)
                : g.multiply(quotient.a(), g.sigmoid(g.negate(x))));
    }
}
