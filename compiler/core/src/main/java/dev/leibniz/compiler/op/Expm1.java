package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** y = eˣ − 1, exact for small x. */
public record Expm1(Value x) implements UnaryFunction {
    @Override
    public Expm1 withOperands(List<Value> operands) {
        return new Expm1(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.EXPM1;
    }

    @Override
    public double apply(double... operands) {
        return Math.expm1(operands[0]);
    }

    /** y + 1. */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.add(y, g.one());
    }
}
