package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** Sign y: −1, 0 or 1; derivative 0 everywhere. */
public record Sign(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Sign withOperands(List<Value> operands) {
        return new Sign(operands.get(0));
    }

    @Override
    public DType dtype() {
        return Typing.common(operands(), DType.FLOAT);
    }

    @Override
    public double apply(double... operands) {
        return Math.signum(operands[0]);
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Apply(Function.SIGN, operands);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("sign", operands.get(0));
    }
}
