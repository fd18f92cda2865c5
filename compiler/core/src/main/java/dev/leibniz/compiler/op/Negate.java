package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Negation y = −x, of floats or ints. */
public record Negate(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Negate withOperands(List<Value> operands) {
        return new Negate(operands.get(0));
    }

    @Override
    public double apply(double... operands) {
        return -operands[0];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.NEGATE, operands);
    }

    /** x̄ = −ȳ. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.negate(yBar));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.negate(t));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.prefix("-", operands.get(0));
    }
}
