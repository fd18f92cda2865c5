package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Concat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code concat(concat(a, b), c) → concat(a, b, c)} along one axis (exact), unless that gets too many. */
final class CollapseConcats implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Concat outer)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        for (Value part : outer.operands()) {
            if (part.op() instanceof Concat inner && inner.axis() == outer.axis()) {
                parts.addAll(inner.operands());
            } else {
                parts.add(part);
            }
        }
        boolean pays = parts.size() > outer.operands().size() && parts.size() <= Concat.MOST;
        return pays ? Optional.of(g.concat(parts, outer.axis())) : Optional.empty();
    }
}
