package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.List;
import java.util.Optional;

/** The elements repeated along new leading axes and axes of size 1, by NumPy's rule. */
public record Broadcast(Value x, Shape shape) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Broadcast withOperands(List<Value> operands) {
        return new Broadcast(operands.get(0), shape);
    }

    // -- type

    @Override
    public TensorType infer() {
        if (!x.shape().broadcastsTo(shape)) {
            throw new IllegalArgumentException("cannot broadcast " + x.shape() + " to " + shape);
        }
        return x.type().withShape(shape);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] to = at.shape(shape);
        int[] strides = Broadcasting.strides(tensor, to.length);
        Tensor result = Tensor.zeros(to);
        int[] position = new int[to.length];
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = tensor.data()[Broadcasting.flat(position, strides)];
            Broadcasting.advance(position, to);
        }
        return result;
    }

    // -- derivative

    /** x̄ = ȳ summed over the repeated axes, which the accumulator of adjoints does. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, yBar);
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.broadcast(t, shape));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return operands.at(0, Broadcasting.indices(indices, x.shape()));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("broadcast", operands.get(0), shape);
    }
}
