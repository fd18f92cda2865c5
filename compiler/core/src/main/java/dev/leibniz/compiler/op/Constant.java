package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** A scalar known when the network is compiled. Two zeros of different sign are different constants. */
public record Constant(DType dtype, double value) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Constant withOperands(List<Value> operands) {
        return this;
    }

    // -- type

    @Override
    public TensorType infer() {
        return new TensorType(dtype, Shape.SCALAR);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        return Tensor.scalar(value);
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return new Scalar.Literal(dtype, value);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        if (dtype == DType.BOOL) {
            return Notation.atom(value == 0 ? "false" : "true");
        }
        String text = value == Math.rint(value) && Math.abs(value) < 1e15
                ? (1 / value == Double.NEGATIVE_INFINITY ? "-0" : Long.toString((long) value))
                : Double.toString(value);
        return Notation.text(text, text.startsWith("-") ? Notation.SIGN : Notation.ATOM);
    }
}
