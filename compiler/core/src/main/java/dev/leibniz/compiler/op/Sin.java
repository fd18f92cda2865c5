package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Sine y = sin x. */
public record Sin(Value x) implements UnaryFunction {
    @Override
    public Sin withOperands(List<Value> operands) {
        return new Sin(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.SIN;
    }

    @Override
    public double apply(double... operands) {
        return Math.sin(operands[0]);
    }

    /** cos x. */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.cos(x);
    }
}
