package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Softmax;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code softmax(x − m) → softmax(x)}, {@code softmax(x + m) → softmax(x)} where m does not change along the summed axes (stable). */
final class CollapseShiftOfSoftmax implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Softmax softmax)) {
            return Optional.empty();
        } else if (softmax.x().op() instanceof Subtract difference) {
            return unshifted(softmax, difference.a(), difference.b(), g);
        } else if (softmax.x().op() instanceof Add sum) {
            return unshifted(softmax, sum.a(), sum.b(), g).or(() -> unshifted(softmax, sum.b(), sum.a(), g));
        }
        return Optional.empty();
    }

    private static Optional<Value> unshifted(Softmax softmax, Value x, Value shift, Builder g) {
        return x.shape().equals(softmax.x().shape())
                        && Terms.isConstantAlong(
                                shift, softmax.axes(), x.shape().rank())
                ? Optional.of(g.softmax(x, softmax.axes()))
                : Optional.empty();
    }
}
