package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.SizeOf;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code mean(x²) − mean(x)² → mean((x − mean(x))²)} (stable): of two numbers that are nearly the same nothing is left. */
final class StabiliseVariance implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Subtract difference)) {
            return Optional.empty();
        }
        Optional<Value> mean = Terms.square(difference.b());
        Optional<Reduce> sum = mean.flatMap(StabiliseVariance::ofMean);
        Optional<Reduce> squares = ofMean(difference.a());
        if (sum.isEmpty()
                || squares.isEmpty()
                || !sum.get().axes().equals(squares.get().axes())
                || !Terms.square(squares.get().x()).equals(Optional.of(sum.get().x()))) {
            return Optional.empty();
        }
        Value distance = g.subtract(sum.get().x(), mean.get());
        Value all = g.sum(g.multiply(distance, distance), sum.get().axes());
        return Optional.of(g.divide(all, ((Divide) difference.a().op()).b()));
    }

    /** The sum, if the value is one divided by how many are summed. */
    private static Optional<Reduce> ofMean(Value v) {
        return v.op() instanceof Divide quotient
                        && quotient.a().op() instanceof Reduce reduce
                        && reduce.combine() == Combine.SUM
                        && isCount(quotient.b(), reduce)
                ? Optional.of(reduce)
                : Optional.empty();
    }

    private static boolean isCount(Value divisor, Reduce reduce) {
        Size count = Size.ONE;
        for (int axis : reduce.axes()) {
            count = count.times(reduce.x().shape().get(axis));
        }
        Value number = divisor.op() instanceof Convert convert ? convert.x() : divisor;
        if (number.op() instanceof SizeOf size) {
            return size.size().equals(count);
        }
        return count.isConstant() && Terms.is(divisor, count.constant());
    }
}
