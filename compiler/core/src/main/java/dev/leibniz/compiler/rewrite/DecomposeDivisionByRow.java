package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Sqrt;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/**
 * {@code x/r → x·(1/r)} for a row value r that is never tiny (stable).
 *
 * <p>One division a row instead of one an element. Never tiny are {@code sqrt(… + c)} with a positive constant and the sum of exponentials of a softmax.
 */
final class DecomposeDivisionByRow implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Divide quotient
                        && Terms.isNarrow(quotient.b(), v.shape())
                        && !Terms.isNarrow(quotient.a(), v.shape())
                        && isNeverTiny(quotient.b())
                ? Optional.of(g.multiply(quotient.a(), g.divide(g.one(), quotient.b())))
                : Optional.empty();
    }

    private static boolean isNeverTiny(Value v) {
        if (v.op() instanceof Sqrt sqrt && sqrt.x().op() instanceof Add sum) {
            return Math.max(
                            Terms.constant(sum.a()).orElse(0),
                            Terms.constant(sum.b()).orElse(0))
                    >= 1e-30;
        }
        return v.op() instanceof Reduce reduce
                && reduce.combine() == Combine.SUM
                && reduce.x().op() instanceof Exp exp
                && exp.x().op() instanceof Subtract;
    }
}
