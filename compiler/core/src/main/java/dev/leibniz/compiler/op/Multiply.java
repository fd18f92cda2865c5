package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** Product y = a·b of elements. */
public record Multiply(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Multiply withOperands(List<Value> operands) {
        return new Multiply(operands.get(0), operands.get(1));
    }

    @Override
    public double apply(double... operands) {
        return operands[0] * operands[1];
    }

    /** ā = ȳ·b, b̄ = ȳ·a. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(a, g.multiply(yBar, b));
        adjoints.add(b, g.multiply(yBar, a));
    }

    /** ẏ = ȧ·b + a·ḃ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return g.sum(tangents.of(a).map(t -> g.multiply(t, b)), tangents.of(b).map(t -> g.multiply(a, t)));
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.MULTIPLY, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.infix(operands.get(0), "*", operands.get(1), Notation.PRODUCT);
    }
}
