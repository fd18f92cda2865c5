package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Softmax;
import java.util.Optional;

/** {@code log(softmax(x)) → x − logsumexp(x)} (stable). */
final class StabiliseLogOfSoftmax implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Log log && log.x().op() instanceof Softmax softmax
                ? Optional.of(g.subtract(softmax.x(), g.logSumExp(softmax.x(), softmax.axes())))
                : Optional.empty();
    }
}
