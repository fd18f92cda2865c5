package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Hyperbolic tangent y = tanh x. */
public record Tanh(Value x) implements UnaryFunction {
    @Override
    public Tanh withOperands(List<Value> operands) {
        return new Tanh(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.TANH;
    }

    @Override
    public double apply(double... operands) {
        return Math.tanh(operands[0]);
    }

    /** 1 − y². */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.subtract(g.one(), g.multiply(y, y));
    }
}
