package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Negate;
import java.util.Optional;

/** What has a minus sign in front of it. */
final class Signs {
    private Signs() {}

    /** x, if {@code v} is −x or a negative float constant. */
    static Optional<Value> negated(Value v, Builder g) {
        if (v.op() instanceof Negate negation) {
            return Optional.of(negation.x());
        }
        return v.op() instanceof Constant constant && v.type().isFloat() && constant.value() < 0
                ? Optional.of(g.constant(-constant.value()))
                : Optional.empty();
    }
}
