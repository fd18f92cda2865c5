package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** The nearest whole number, halves to the even one (IEEE); derivative 0. */
public record Round(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Round withOperands(List<Value> operands) {
        return new Round(operands.get(0));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return Math.rint(operands[0]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.ROUND, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("round", operands.get(0));
    }
}
