package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** The ints 0, 1, … count − 1. */
public record Range(Size count) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Range withOperands(List<Value> operands) {
        return this;
    }

    // -- type

    @Override
    public TensorType infer() {
        return TensorType.ints(Shape.of(count));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor result = Tensor.zeros(at.size(count));
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = i;
        }
        return result;
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return new Scalar.Position(indices.get(0));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("range", count);
    }
}
