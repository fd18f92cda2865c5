package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** An int or bool as another type; true is 1. */
public record Convert(DType dtype, Value x) implements Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Convert withOperands(List<Value> operands) {
        return new Convert(dtype, operands.get(0));
    }

    @Override
    public double apply(double... operands) {
        return operands[0];
    }

    @Override
    public Scalar scalar(List<Scalar> operands) {
        return new Scalar.Convert(dtype, operands.get(0));
    }

    @Override
    public Notation notation(List<Notation> operands) {
        return operands.get(0);
    }
}
