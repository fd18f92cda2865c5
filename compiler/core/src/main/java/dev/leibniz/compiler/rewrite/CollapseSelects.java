package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/** {@code c ? (c ? a : b) : d → c ? a : d}, {@code c ? a : (c ? b : d) → c ? a : d} (exact). */
final class CollapseSelects implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Select choice)) {
            return Optional.empty();
        }
        Value condition = choice.condition();
        Value changed = condition;
        if (choice.a().op() instanceof Select inner && inner.condition() == condition) {
            changed = g.select(condition, inner.a(), choice.b());
        } else if (choice.b().op() instanceof Select inner && inner.condition() == condition) {
            changed = g.select(condition, choice.a(), inner.b());
        }
        return changed.type().equals(v.type()) && changed != condition ? Optional.of(changed) : Optional.empty();
    }
}
