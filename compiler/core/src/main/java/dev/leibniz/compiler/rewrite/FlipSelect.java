package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Not;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/** {@code !c ? a : b → c ? b : a} (exact). */
final class FlipSelect implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Select choice && choice.condition().op() instanceof Not not
                ? Optional.of(g.select(not.x(), choice.b(), choice.a()))
                : Optional.empty();
    }
}
