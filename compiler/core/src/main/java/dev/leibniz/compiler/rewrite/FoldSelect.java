package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/** {@code true ? a : b → a}, {@code false ? a : b → b}, {@code c ? a : a → a} (exact). */
final class FoldSelect implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Select choice)) {
            return Optional.empty();
        } else if (choice.a() == choice.b() || Terms.is(choice.condition(), 1)) {
            return Optional.of(g.broadcast(choice.a(), v.shape()));
        }
        return Terms.is(choice.condition(), 0) ? Optional.of(g.broadcast(choice.b(), v.shape())) : Optional.empty();
    }
}
