package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.List;
import java.util.Optional;

/** y = log(1 − eˣ) of x ≤ 0, one value until late (Mächler, Accurately computing log(1 − exp(−|a|)), 2012). */
public record Log1mExp(Value x) implements Elementwise, Composite {
    private static final double TURN = -Math.log(2);

    @Override
    public Log1mExp withOperands(List<Value> operands) {
        return new Log1mExp(operands.get(0));
    }

    /** log(1 + (−eˣ)) below −log 2, where eˣ is small, and log(−(eˣ − 1)) above, where 1 − eˣ is. */
    @Override
    public Value definition(Builder g) {
        return g.select(
                g.compare(Relation.LESS, x, g.constant(TURN)),
                g.log1p(g.negate(g.exp(x))),
                g.log(g.negate(g.expm1(x))));
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        throw new CompilerBug("log1mexp was not decomposed");
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
        double x = operands[0];
        return x < TURN ? Math.log1p(-Math.exp(x)) : Math.log(-Math.expm1(x));
    }

    /** x̄ = −ȳ / (e^−x − 1). */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.negate(g.divide(yBar, g.expm1(g.negate(x)))));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.negate(g.divide(t, g.expm1(g.negate(x)))));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("log1mexp", operands.get(0));
    }
}
