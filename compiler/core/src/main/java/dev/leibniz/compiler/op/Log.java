package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Natural logarithm y = log x. */
public record Log(Value x) implements UnaryFunction {
    @Override
    public Log withOperands(List<Value> operands) {
        return new Log(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.LOG;
    }

    @Override
    public double apply(double... operands) {
        return Math.log(operands[0]);
    }

    /** 1/x. */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.divide(g.one(), x);
    }
}
