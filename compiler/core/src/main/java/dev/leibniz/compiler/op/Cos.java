package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Cosine y = cos x. */
public record Cos(Value x) implements UnaryFunction {
    @Override
    public Cos withOperands(List<Value> operands) {
        return new Cos(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.COS;
    }

    @Override
    public double apply(double... operands) {
        return Math.cos(operands[0]);
    }

    /** −sin x. */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.negate(g.sin(x));
    }
}
