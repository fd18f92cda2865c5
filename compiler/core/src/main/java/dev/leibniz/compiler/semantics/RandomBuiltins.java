package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Distribution;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Relation;
import java.util.List;

/** Built-in operations that draw random numbers. */
final class RandomBuiltins {
    private RandomBuiltins() {}

    static final List<Builtin> ALL =
            List.of(Builtin.of("dropout", RandomBuiltins::dropout, "rate").appliedToX());

    /** Random numbers of a shape: unlike those of any other call, in a loop also of any other turn. */
    static Value draw(Distribution distribution, Shape shape, Call call) {
        Rules rules = call.site().rules();
        int number = rules.draws()
                .next()
                .orElseThrow(() -> call.fail(new StructureProblems.RandomOptimizer(call.at(), call.name())));
        Size first = rules.requirements().turn().times(shape.elements());
        Builder g = call.g();
        return g.add(new Draw(g.add(Draw.KEY), distribution, Size.of(number), first, shape));
    }

    /** In training each element is 0 with probability {@code rate}, and divided by 1 − rate else; otherwise x itself. */
    private static Meaning dropout(Call call) {
        Value kept = kept(call);
        if (!call.site().rules().training()) {
            // Draws behind it have the same numbers as in training.
            call.site().rules().draws().next();
            return call.numeric("x");
        }
        Value x = call.floats("x");
        Builder g = call.g();
        Value drawn = draw(Distribution.UNIFORM, x.shape(), call);
        Value isKept = g.compare(Relation.LESS, drawn, kept);
        return new Meaning.Tensor(g.select(isKept, g.divide(x, kept), g.zero()));
    }

    /** 1 − rate of a rate known when compiled or of a scalar such as a hyper. What is known is one of the numbers drawn, so that it is the same in float and double. */
    private static Value kept(Call call) {
        Operand operand = call.operand("rate");
        Builder g = call.g();
        if (Numbers.constant(operand.meaning()).isEmpty()) {
            Value rate = call.floats("rate");
            if (!rate.type().isScalar()) {
                throw call.needs("a number or scalar as `rate`", operand);
            }
            return g.subtract(g.one(), rate);
        }
        double rate = call.number("rate", 0);
        if (!(rate >= 0 && rate < 1)) {
            throw call.fail(new TypeProblems.BadValue(
                    operand.span(), "the rate of `dropout` must be at least 0 and less than 1", Double.toString(rate)));
        }
        return g.constant(Math.rint((1 - rate) * 0x1p24) * 0x1p-24);
    }
}
