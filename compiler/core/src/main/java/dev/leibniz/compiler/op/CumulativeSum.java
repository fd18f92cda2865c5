package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/** Running sums along an axis, from its end if {@code backwards}. */
public record CumulativeSum(Value x, int axis, boolean backwards) implements Operation {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public CumulativeSum withOperands(List<Value> operands) {
        return new CumulativeSum(operands.get(0), axis, backwards);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT, DType.INT);
        Typing.axes(List.of(axis), x.shape());
        return x.type();
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        Tensor result = new Tensor(tensor.shape(), tensor.data().clone());
        int stride = tensor.strides()[axis];
        int extent = tensor.shape()[axis];
        for (int k = 0; k < tensor.size(); k++) {
            int i = backwards ? tensor.size() - 1 - k : k;
            int position = i / stride % extent;
            if (backwards ? position < extent - 1 : position > 0) {
                result.data()[i] += result.data()[backwards ? i + stride : i - stride];
            }
        }
        return result;
    }

    // -- derivative

    /** x̄ = the running sums of ȳ from the other end. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.cumulativeSum(yBar, axis, !backwards));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.cumulativeSum(t, axis, backwards));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return backwards
                ? Notation.call("reverse_cumsum", operands.get(0), axis)
                : Notation.call("cumsum", operands.get(0), axis);
    }
}
