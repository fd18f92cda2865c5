package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.LogSumExp;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code exp(x − logsumexp(x)) → softmax(x)} (stable). */
final class StabiliseExpOfLogSoftmax implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Exp exp
                        && exp.x().op() instanceof Subtract difference
                        && difference.b().op() instanceof LogSumExp logSumExp
                        && logSumExp.x() == difference.a()
                ? Optional.of(g.softmax(difference.a(), logSumExp.axes()))
                : Optional.empty();
    }
}
