package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Exponential y = eˣ. */
public record Exp(Value x) implements UnaryFunction {
    @Override
    public Exp withOperands(List<Value> operands) {
        return new Exp(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.EXP;
    }

    @Override
    public double apply(double... operands) {
        return Math.exp(operands[0]);
    }

    /** y. */
    @Override
    public Value derivative(Value y, Builder g) {
        return y;
    }
}
