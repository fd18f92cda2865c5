package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;

/** 1 where the position along a new last axis is the id, else 0. */
public record OneHot(Value ids, Size count) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(ids);
    }

    @Override
    public OneHot withOperands(List<Value> operands) {
        return new OneHot(operands.get(0), count);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(ids, DType.INT);
        return TensorType.floats(ids.shape().append(Shape.of(count)));
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor picked = operands.get(0);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int width = at.size(count);
        for (int i = 0; i < picked.size(); i++) {
            int id = (int) picked.data()[i];
            if (id >= 0 && id < width) {
                result.data()[i * width + id] = 1;
            }
        }
        return result;
    }

    // -- derivative

    // Ids are ints: nothing flows back.

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        int last = indices.size() - 1;
        Scalar position = new Scalar.Position(indices.get(last));
        Scalar hit = new Scalar.Apply(Function.EQUAL, position, operands.at(0, indices.subList(0, last)));
        return new Scalar.Convert(DType.FLOAT, hit);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("one_hot", operands.get(0), count);
    }
}
