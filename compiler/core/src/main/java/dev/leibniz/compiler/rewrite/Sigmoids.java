package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Sigmoid;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** Pieces of the logistic function as people write them. */
final class Sigmoids {
    private Sigmoids() {}

    /** x, if the value is 1 + eˣ. */
    static Optional<Value> onePlusExp(Value v) {
        if (!(v.op() instanceof Add sum)) {
            return Optional.empty();
        } else if (Terms.is(sum.a(), 1) && sum.b().op() instanceof Exp exp) {
            return Optional.of(exp.x());
        }
        return Terms.is(sum.b(), 1) && sum.a().op() instanceof Exp exp ? Optional.of(exp.x()) : Optional.empty();
    }

    /** x, if the value is 1 − σ(x). */
    static Optional<Value> oneMinusSigmoid(Value v) {
        return v.op() instanceof Subtract difference
                        && Terms.is(difference.a(), 1)
                        && difference.b().op() instanceof Sigmoid sigmoid
                ? Optional.of(sigmoid.x())
                : Optional.empty();
    }
}
