package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** Logical and. */
public record And(Value a, Value b) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public And withOperands(List<Value> operands) {
        return new And(operands.get(0), operands.get(1));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.BOOL);
    }

    @Override
    public double apply(double... operands) {
        return operands[0] != 0 && operands[1] != 0 ? 1 : 0;
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.AND, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.infix(operands.get(0), "&&", operands.get(1), Notation.AND);
    }
}
