package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Log;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/**
 * {@code a − (m + log Σ e^(x − m)) → (a − m) − log Σ e^(x − m)} and {@code (m + log Σ e^(x − m)) − a → log Σ e^(x − m) − (a − m)} (stable).
 *
 * <p>As a is one of the x, or what was picked of them, a − m has all its digits; m + log Σ keeps none below those of m.
 */
final class PushTermIntoShift implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Subtract difference)) {
            return Optional.empty();
        }
        Value a = difference.a();
        Value b = difference.b();
        return total(b).map(t -> g.subtract(g.subtract(a, t.shift()), t.log()))
                .or(() -> total(a).map(t -> g.subtract(t.log(), g.subtract(b, t.shift()))));
    }

    private record Total(Value shift, Value log) {}

    private static Optional<Total> total(Value v) {
        return v.op() instanceof Add sum
                        && sum.b().op() instanceof Log log
                        && summand(log.x()).op() instanceof Exp exp
                        && exp.x().op() instanceof Subtract shifted
                        && shifted.b() == sum.a()
                ? Optional.of(new Total(sum.a(), sum.b()))
                : Optional.empty();
    }

    /** What is summed; a sum of equal terms is one of them times their number. */
    private static Value summand(Value sum) {
        if (sum.op() instanceof Reduce reduce && reduce.combine() == Combine.SUM) {
            return reduce.x();
        } else if (sum.op() instanceof Multiply product) {
            return isNumber(product.a()) ? product.b() : isNumber(product.b()) ? product.a() : sum;
        }
        return sum;
    }

    private static boolean isNumber(Value value) {
        return value.op() instanceof Constant || value.op() instanceof SizeOf;
    }
}
