package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** The largest whole number not above x; derivative 0. */
public record Floor(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Floor withOperands(List<Value> operands) {
        return new Floor(operands.get(0));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return Math.floor(operands[0]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.FLOOR, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("floor", operands.get(0));
    }
}
