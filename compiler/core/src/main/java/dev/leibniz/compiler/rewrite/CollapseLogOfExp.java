package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import java.util.Optional;

/** {@code log(exp(x)) → x} (stable). */
final class CollapseLogOfExp implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Log log && log.x().op() instanceof Exp exp ? Optional.of(exp.x()) : Optional.empty();
    }
}
