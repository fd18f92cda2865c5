package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Slice;
import java.util.Optional;

/** {@code log(softmax(x)[i]) → log(softmax(x))[i]}, {@code log(sum(exp(x))/n) → log(sum(exp(x))) − log(n)}, and so for all that is made of exponentials (stable). */
final class PushLogInwards implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Log log)) {
            return Optional.empty();
        }
        Value x = log.x();
        boolean isMade = x.op() instanceof Multiply
                || x.op() instanceof Divide
                || x.op() instanceof Slice
                || x.op() instanceof Reshape
                || x.op() instanceof Permute;
        return isMade ? LogDomain.of(x, g) : Optional.empty();
    }
}
