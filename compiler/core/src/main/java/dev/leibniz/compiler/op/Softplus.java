package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.Optional;

/** y = log(1 + eˣ), one value until late so that rules can recognise it. */
public record Softplus(Value x) implements Elementwise, Composite {
    @Override
    public Softplus withOperands(List<Value> operands) {
        return new Softplus(operands.get(0));
    }

    /** max(x, 0) + log(1 + e^−|x|), which neither overflows nor loses small terms; its derivative at 0 is ½, as it must be. */
    @Override
    public Value definition(Builder g) {
        return g.add(g.maximum(x, g.zero()), g.log1p(g.exp(g.negate(g.abs(x)))));
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        throw new CompilerBug("softplus was not decomposed");
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return Math.max(operands[0], 0) + Math.log1p(Math.exp(-Math.abs(operands[0])));
    }

    /** x̄ = ȳ·σ(x). */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.multiply(yBar, g.sigmoid(x)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.multiply(t, g.sigmoid(x)));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("softplus", operands.get(0));
    }
}
