package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Sigmoid;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.Softmax;
import java.util.List;
import java.util.Optional;

/**
 * Logarithms of values made of exponentials, computed from the exponents: they are of moderate size where the values overflow or vanish.
 */
final class LogDomain {
    /** Values that are made in more steps than this are left alone. */
    private static final int DEEPEST = 8;

    private LogDomain() {}

    /** log(v), if v is a product, quotient or view of exponentials, their sums, softmax, sigmoid and positive numbers. */
    static Optional<Value> of(Value v, Builder g) {
        return of(v, g, DEEPEST);
    }

    private static Optional<Value> of(Value v, Builder g, int depth) {
        if (depth == 0) {
            return Optional.empty();
        } else if (v.op() instanceof Exp exp) {
            return Optional.of(exp.x());
        } else if (v.op() instanceof Softmax || v.op() instanceof Sigmoid || isSumOfExps(v)) {
            return Optional.of(g.log(v));
        } else if (v.op() instanceof Reshape || v.op() instanceof Slice || v.op() instanceof Permute) {
            return of(v.op().operands().get(0), g, depth - 1).map(x -> g.add(v.op().withOperands(List.of(x))));
        } else if (v.op() instanceof Multiply product) {
            return isPositive(product.a()) && isPositive(product.b())
                    ? Optional.empty()
                    : factor(product.a(), g, depth)
                            .flatMap(a -> factor(product.b(), g, depth).map(b -> g.add(a, b)));
        } else if (v.op() instanceof Divide quotient) {
            return of(quotient.a(), g, depth - 1)
                    .flatMap(a -> factor(quotient.b(), g, depth).map(b -> g.subtract(a, b)));
        }
        return Optional.empty();
    }

    private static Optional<Value> factor(Value v, Builder g, int depth) {
        return isPositive(v) ? Optional.of(g.log(v)) : of(v, g, depth - 1);
    }

    private static boolean isSumOfExps(Value v) {
        if (v.op() instanceof Add sum) {
            return sum.a().op() instanceof Exp && sum.b().op() instanceof Exp
                    || Sigmoids.onePlusExp(v).isPresent();
        }
        return isReducedExp(v);
    }

    /** Whether the value is a sum of exponentials along some axes. */
    static boolean isReducedExp(Value v) {
        return v.op() instanceof Reduce reduce
                && reduce.combine() == Combine.SUM
                && reduce.x().op() instanceof Exp;
    }

    /** Whether the value is one number that is known to be positive and moderate. */
    private static boolean isPositive(Value v) {
        return v.op() instanceof SizeOf
                || v.op() instanceof Convert convert && convert.x().op() instanceof SizeOf
                || v.op() instanceof Constant constant && constant.value() > 0 && Terms.isModest(v);
    }
}
