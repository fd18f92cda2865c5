package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.runtime.kernel.Functions;
import java.util.List;

/** Error function y = 2/√π ∫₀ˣ exp(−t²) dt. */
public record Erf(Value x) implements UnaryFunction {
    @Override
    public Erf withOperands(List<Value> operands) {
        return new Erf(operands.get(0));
    }

    @Override
    public Function function() {
        return Function.ERF;
    }

    @Override
    public double apply(double... operands) {
        return Functions.erf(operands[0]);
    }

    /** 2/√π · exp(−x²). */
    @Override
    public Value derivative(Value y, Builder g) {
        return g.multiply(g.constant(2 / Math.sqrt(Math.PI)), g.exp(g.negate(g.multiply(x, x))));
    }
}
