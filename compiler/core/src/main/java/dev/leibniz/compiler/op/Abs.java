package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Magnitude y = |x|, of floats or ints; derivative 0 at 0. */
public record Abs(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Abs withOperands(List<Value> operands) {
        return new Abs(operands.get(0));
    }

    @Override
    public double apply(double... operands) {
        return Math.abs(operands[0]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.ABS, operands);
    }

    /** x̄ = ȳ·sign x. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.multiply(yBar, g.sign(x)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.multiply(t, g.sign(x)));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("abs", operands.get(0));
    }
}
