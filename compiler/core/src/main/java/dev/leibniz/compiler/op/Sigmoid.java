package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.runtime.kernel.Functions;
import java.util.List;

/** Logistic function y = 1/(1 + e⁻ˣ). */
public record Sigmoid(Value x) implements UnaryFunction {
    @Override
    public Sigmoid withOperands(List<Value> operands) {
        return new Sigmoid(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.SIGMOID;
    }

    @Override
    public double apply(double... operands) {
        return Functions.sigmoid(operands[0]);
    }

    /** y·(1 − y). */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.multiply(y, g.subtract(g.one(), y));
    }
}
