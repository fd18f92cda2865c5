package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** The smaller of a and b, floats or ints; NaN if one is NaN. */
public record Minimum(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Minimum withOperands(List<Value> operands) {
        return new Minimum(operands.get(0), operands.get(1));
    }

    @Override
    public double apply(double... operands) {
        return Math.min(operands[0], operands[1]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.MINIMUM, operands);
    }

    /** ā = ȳ·share, b̄ = ȳ·(1 − share): the chosen one gets all, equal ones half each. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        Value share = share(g);
        adjoints.add(a, g.multiply(yBar, share));
        adjoints.add(b, g.multiply(yBar, g.subtract(g.one(), share)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        Value share = share(g);
        return g.sum(
                tangents.of(a).map(t -> g.multiply(t, share)),
                tangents.of(b).map(t -> g.multiply(t, g.subtract(g.one(), share))));
    }

    private Value share(Builder g) {
        Value tie = g.select(g.equal(a, b), g.constant(0.5), g.zero());
        return g.select(g.compare(Relation.LESS, a, b), g.one(), tie);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("min", operands.get(0), operands.get(1));
    }
}
