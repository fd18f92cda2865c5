package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import java.util.Optional;

/** Sums of squares and their roots. */
final class Norms {
    private Norms() {}

    /** x, if the value is the sum of x². */
    static Optional<Value> base(Value sum) {
        return summed(sum).flatMap(Terms::square);
    }

    /** Whether the value is a sum of squares, however they are arranged or repeated. */
    static boolean isSumOfSquares(Value sum) {
        return summed(sum).map(Norms::arranged).flatMap(Terms::square).isPresent();
    }

    private static Optional<Value> summed(Value sum) {
        return sum.op() instanceof Reduce reduce && reduce.combine() == Combine.SUM
                ? Optional.of(reduce.x())
                : Optional.empty();
    }

    private static Value arranged(Value view) {
        Value base = view;
        while (base.op() instanceof Broadcast || base.op() instanceof Reshape || base.op() instanceof Permute) {
            base = base.op().operands().get(0);
        }
        return base;
    }

    static Value isZero(Value sum, Builder g) {
        return g.equal(sum, g.zero());
    }

    /** The root of the sum, or 1 where it is zero. */
    static Value positive(Value sum, Builder g) {
        return g.sqrt(g.select(isZero(sum, g), g.one(), sum));
    }
}
