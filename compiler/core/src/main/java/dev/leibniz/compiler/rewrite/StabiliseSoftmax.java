package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Reduce;
import java.util.Optional;

/** {@code exp(x)/sum(exp(x)) → softmax(x)} (stable). */
final class StabiliseSoftmax implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Divide quotient
                        && quotient.a().op() instanceof Exp exp
                        && quotient.b().op() instanceof Reduce reduce
                        && reduce.combine() == Combine.SUM
                        && reduce.x() == quotient.a()
                ? Optional.of(g.softmax(exp.x(), reduce.axes()))
                : Optional.empty();
    }
}
