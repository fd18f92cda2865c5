package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Reshape;
import java.util.Optional;

/** {@code exp(a)/sum(exp(b)) → exp(a − logsumexp(b))} where a is another value than b, such as a part of it (stable). */
final class StabiliseQuotientOfExps implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Divide quotient
                        && quotient.a().op() instanceof Exp exp
                        && isSumOfExps(quotient.b(), quotient.a())
                ? LogDomain.of(quotient.b(), g).map(sum -> g.exp(g.subtract(exp.x(), sum)))
                : Optional.empty();
    }

    private static boolean isSumOfExps(Value v, Value other) {
        Value sum = v.op() instanceof Reshape reshape ? reshape.x() : v;
        return LogDomain.isReducedExp(sum) && sum.op().operands().get(0) != other;
    }
}
