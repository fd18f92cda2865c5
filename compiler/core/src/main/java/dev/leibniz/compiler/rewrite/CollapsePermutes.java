package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Permute;
import java.util.List;
import java.util.Optional;

/** {@code permute(permute(x, p), q) → permute(x, p∘q)}, {@code permute(x) → x} that keeps the order (exact). */
final class CollapsePermutes implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Permute outer)) {
            return Optional.empty();
        } else if (outer.x().op() instanceof Permute inner) {
            List<Integer> order = outer.order().stream().map(inner.order()::get).toList();
            return Optional.of(g.permute(inner.x(), order));
        }
        Value kept = g.permute(outer.x(), outer.order());
        return kept != v ? Optional.of(kept) : Optional.empty();
    }
}
