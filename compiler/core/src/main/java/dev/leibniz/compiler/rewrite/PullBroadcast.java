package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Pin;
import java.util.List;
import java.util.Optional;

/** {@code f(broadcast(x), y) → broadcast(f(x, y))}, without the outer broadcast where y has the whole shape (exact). */
final class PullBroadcast implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Elementwise) || v.op() instanceof Pin) {
            return Optional.empty();
        }
        List<Value> operands = v.op().operands();
        List<Value> narrow = operands.stream()
                .map(x -> x.op() instanceof Broadcast broadcast ? broadcast.x() : x)
                .toList();
        return narrow.equals(operands)
                ? Optional.empty()
                : Optional.of(g.broadcast(g.add(v.op().withOperands(narrow)), v.shape()));
    }
}
