package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** The larger of a and b, floats or ints; NaN if one is NaN. */
public record Maximum(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Maximum withOperands(List<Value> operands) {
        return new Maximum(operands.get(0), operands.get(1));
    }

    @Override
    public double apply(double... operands) {
        return Math.max(operands[0], operands[1]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.MAXIMUM, operands);
    }

    /** ā and b̄ are ȳ for the chosen one, an exact 0 for the other; equal ones get half each. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(a, share(a, b, yBar, g));
        adjoints.add(b, share(b, a, yBar, g));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return g.sum(tangents.of(a).map(t -> share(a, b, t, g)), tangents.of(b).map(t -> share(b, a, t, g)));
    }

    /** What an operand shares of a derivative with the other one. */
    private static Value share(Value own, Value other, Value derivative, Builder g) {
        Value half = g.multiply(derivative, g.constant(0.5));
        Value chosen = g.select(g.equal(own, other), half, derivative);
        return g.select(g.compare(Relation.LESS, own, other), g.zero(), chosen);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("max", operands.get(0), operands.get(1));
    }
}
