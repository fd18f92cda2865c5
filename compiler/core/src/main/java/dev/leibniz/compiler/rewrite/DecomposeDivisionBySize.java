package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.SizeOf;
import java.util.Optional;

/**
 * {@code x/n → x·(1/n)} for a free size n and a tensor x (stable).
 *
 * <p>One division instead of one an element; a size is at least 1, so nothing overflows.
 */
final class DecomposeDivisionBySize implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Divide quotient
                        && quotient.b().op() instanceof Convert convert
                        && convert.x().op() instanceof SizeOf
                        && !Terms.isSingle(quotient.a())
                ? Optional.of(g.multiply(quotient.a(), g.divide(g.one(), quotient.b())))
                : Optional.empty();
    }
}
