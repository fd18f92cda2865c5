package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import java.util.List;

/** Square root y = √x; infinite derivative at 0, as IEEE has it. */
public record Sqrt(Value x) implements UnaryFunction {
    @Override
    public Sqrt withOperands(List<Value> operands) {
        return new Sqrt(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.SQRT;
    }

    @Override
    public double apply(double... operands) {
        return Math.sqrt(operands[0]);
    }

    /** 1/(2y). */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.divide(g.constant(0.5), y);
    }
}
