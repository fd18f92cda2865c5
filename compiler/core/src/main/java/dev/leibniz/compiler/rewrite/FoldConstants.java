package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Pin;
import java.util.Optional;

/**
 * {@code f(c₁, c₂) → c} (exact).
 *
 * <p>Ints are folded only while they fit Java's. What hides its operand stays.
 */
final class FoldConstants implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Elementwise op)
                || op instanceof Pin
                || op.operands().isEmpty()) {
            return Optional.empty();
        }
        double[] numbers = new double[op.operands().size()];
        for (int k = 0; k < numbers.length; k++) {
            if (!(op.operands().get(k).op() instanceof Constant constant)) {
                return Optional.empty();
            }
            numbers[k] = constant.value();
        }
        double folded = op.apply(numbers);
        boolean fits = v.type().isFloat() || folded == (int) folded;
        return fits ? Optional.of(g.add(new Constant(v.type().dtype(), folded))) : Optional.empty();
    }
}
