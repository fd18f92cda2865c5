package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/** y = eˣ/Σ eˣ, the sum over some axes. */
public record Softmax(Value x, List<Integer> axes) implements Composite {
    public Softmax {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Softmax withOperands(List<Value> operands) {
        return new Softmax(operands.get(0), axes);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT);
        Typing.axes(axes, x.shape());
        return x.type();
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        Tensor total = new LogSumExp(x, axes).evaluate(operands, at);
        int[] strides = Broadcasting.strides(total, total.rank());
        axes.forEach(axis -> strides[axis] = 0);
        Tensor result = Tensor.zeros(tensor.shape());
        int[] position = new int[tensor.rank()];
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = Math.exp(tensor.data()[i] - total.data()[Broadcasting.flat(position, strides)]);
            Broadcasting.advance(position, tensor.shape());
        }
        return result;
    }

    // -- derivative

    /** x̄ = y ⊙ (ȳ − Σ ȳ ⊙ y). */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, product(y, yBar, g));
    }

    /** ẏ = y ⊙ (ẋ − Σ ẋ ⊙ y): the Jacobian is symmetric. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> product(y, t, g));
    }

    private Value product(Value y, Value by, Builder g) {
        return g.multiply(y, g.subtract(by, g.sum(g.multiply(by, y), axes)));
    }

    // -- definition

    /** e^(x − m)/Σ e^(x − m) with m = max x, or 0 where that is infinite. */
    @Override
    public Value definition(Builder g) {
        Value exp = g.exp(g.subtract(x, LogSumExp.shift(x, axes, g)));
        return g.divide(exp, g.sum(exp, axes));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        Object along = axes.size() == 1 ? axes.get(0) : axes;
        return Notation.call("softmax", operands.get(0), Notation.named("axis", along));
    }
}
