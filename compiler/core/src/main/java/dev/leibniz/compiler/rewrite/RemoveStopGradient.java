package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.StopGradient;
import java.util.Optional;

/** {@code stop_gradient(x) → x}, once derivatives have been taken (exact). */
final class RemoveStopGradient implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof StopGradient stop ? Optional.of(stop.x()) : Optional.empty();
    }
}
