package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Sum y = a + b, of floats or ints. */
public record Add(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Add withOperands(List<Value> operands) {
        return new Add(operands.get(0), operands.get(1));
    }

    @Override
    public double apply(double... operands) {
        return operands[0] + operands[1];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.ADD, operands);
    }

    /** ā = ȳ, b̄ = ȳ: the sum hands its cotangent on to both. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(a, yBar);
        adjoints.add(b, yBar);
    }

    /** ẏ = ȧ + ḃ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return g.sum(tangents.of(a), tangents.of(b));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.infix(operands.get(0), "+", operands.get(1), Notation.SUM);
    }
}
