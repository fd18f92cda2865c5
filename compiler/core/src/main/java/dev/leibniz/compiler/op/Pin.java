package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * The value itself, hidden from rewriting rules: what the user differentiates by.
 *
 * @param number tells definitions apart that are equal: a gradient is taken by one of them; 0 for what is no definition
 */
public record Pin(Value x, int number) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Pin withOperands(List<Value> operands) {
        return new Pin(operands.get(0), number);
    }

    @Override
    public DType dtype() {
        return x.type().dtype();
    }

    @Override
    public double apply(double... operands) {
        return operands[0];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return operands.get(0);
    }

    /** x̄ = ȳ. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, yBar);
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> t);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return operands.get(0);
    }
}
