package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** y = log(1 + x), exact for small x. */
public record Log1p(Value x) implements UnaryFunction {
    @Override
    public Log1p withOperands(List<Value> operands) {
        return new Log1p(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.LOG1P;
    }

    @Override
    public double apply(double... operands) {
        return Math.log1p(operands[0]);
    }

    /** 1/(1 + x). */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.divide(g.one(), g.add(g.one(), x));
    }
}
