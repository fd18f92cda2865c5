package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Quotient y = a/b of floats. */
public record Divide(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Divide withOperands(List<Value> operands) {
        return new Divide(operands.get(0), operands.get(1));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return operands[0] / operands[1];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.DIVIDE, operands);
    }

    /** ā = ȳ/b, b̄ = −ȳ·y/b. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(a, g.divide(yBar, b));
        adjoints.add(b, g.negate(g.multiply(yBar, g.divide(y, b))));
    }

    /** ẏ = ȧ/b − y·ḃ/b. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return g.sum(
                tangents.of(a).map(t -> g.divide(t, b)),
                tangents.of(b).map(t -> g.negate(g.multiply(g.divide(y, b), t))));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.infix(operands.get(0), "/", operands.get(1), Notation.PRODUCT);
    }
}
