package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** The value itself, with derivative 0. */
public record StopGradient(Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public StopGradient withOperands(List<Value> operands) {
        return new StopGradient(operands.get(0));
    }

    @Override
    public DType dtype() {
        return x.type().dtype();
    }

    @Override
    public double apply(double... operands) {
        return operands[0];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return operands.get(0);
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("stop_gradient", operands.get(0));
    }
}
