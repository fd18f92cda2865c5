package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Composite;
import java.util.Optional;

/**
 * {@code softmax, logsumexp, softplus → their definitions} (stable).
 *
 * <p>Late: until then rules recognise them.
 */
final class DecomposeComposite implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Composite composite ? Optional.of(composite.definition(g)) : Optional.empty();
    }
}
