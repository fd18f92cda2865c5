package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.runtime.kernel.Functions;
import java.util.List;
import java.util.Optional;

/** Power y = aᵇ of floats, as IEEE pow. */
public record Power(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Power withOperands(List<Value> operands) {
        return new Power(operands.get(0), operands.get(1));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return Functions.pow(operands[0], operands[1]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.POWER, operands);
    }

    /** ā = ȳ·∂y/∂a, b̄ = ȳ·∂y/∂b. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        if (adjoints.wanted(a)) {
            adjoints.add(a, g.multiply(yBar, byBase(g)));
        }
        if (adjoints.wanted(b)) {
            adjoints.add(b, g.multiply(yBar, byExponent(y, g)));
        }
    }

    /** ẏ = ∂y/∂a·ȧ + ∂y/∂b·ḃ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return g.sum(
                tangents.of(a).map(t -> g.multiply(t, byBase(g))),
                tangents.of(b).map(t -> g.multiply(t, byExponent(y, g))));
    }

    /** ∂y/∂a = b·a^(b−1), but 0 where both are 0. What is not chosen is finite too, so that further derivatives are. */
    private Value byBase(Builder g) {
        Value still = g.and(g.equal(a, g.zero()), g.equal(b, g.zero()));
        Value inside = g.select(still, g.one(), a);
        return g.select(still, g.zero(), g.multiply(b, g.power(inside, g.subtract(b, g.one()))));
    }

    /** ∂y/∂b = y·log a, but 0 where a is 0 and b ≥ 0. */
    private Value byExponent(Value y, Builder g) {
        Value still = g.and(g.equal(a, g.zero()), g.compare(Relation.GREATER_EQUAL, b, g.zero()));
        Value inside = g.select(still, g.one(), a);
        return g.select(still, g.zero(), g.multiply(y, g.log(inside)));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.raised(operands.get(0), operands.get(1));
    }
}
