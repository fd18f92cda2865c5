package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** Logical negation. */
public record Not(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Not withOperands(List<Value> operands) {
        return new Not(operands.get(0));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.BOOL);
    }

    @Override
    public double apply(double... operands) {
        return operands[0] == 0 ? 1 : 0;
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.NOT, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.prefix("!", operands.get(0));
    }
}
