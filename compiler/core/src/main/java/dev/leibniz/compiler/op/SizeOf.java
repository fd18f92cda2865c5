package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** A size as an int scalar. */
public record SizeOf(Size size) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public SizeOf withOperands(List<Value> operands) {
        return this;
    }

    // -- type

    @Override
    public TensorType infer() {
        return TensorType.ints(Shape.SCALAR);
    }

    @Override
    public boolean mentions(String turn) {
        return size.mentions(turn);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        return Tensor.scalar(at.size(size));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return new Scalar.Position(size);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return size.toString().matches("\\w+")
                ? Notation.atom(size.toString())
                : Notation.text(size.toString(), Notation.SUM);
    }
}
