package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Reduce;
import java.util.Optional;

/** {@code log(sum(exp(x))) → logsumexp(x)} (stable). */
final class StabiliseLogSumExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Log log
                        && log.x().op() instanceof Reduce reduce
                        && reduce.combine() == Combine.SUM
                        && reduce.x().op() instanceof Exp exp
                ? Optional.of(g.logSumExp(exp.x(), reduce.axes()))
                : Optional.empty();
    }
}
