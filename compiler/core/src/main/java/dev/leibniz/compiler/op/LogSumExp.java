package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import java.util.List;
import java.util.Optional;

/** y = log Σ eˣ over some axes, which stay with size 1. */
public record LogSumExp(Value x, List<Integer> axes) implements Composite {
    public LogSumExp {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public LogSumExp withOperands(List<Value> operands) {
        return new LogSumExp(operands.get(0), axes);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT);
        return new Reduce(Combine.SUM, x, axes).infer();
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        Tensor largest = new Reduce(Combine.MAXIMUM, x, axes).evaluate(operands, at);
        Tensor result = Tensor.zeros(largest.shape());
        int[] strides = Broadcasting.strides(largest, largest.rank());
        axes.forEach(axis -> strides[axis] = 0);
        int[] position = new int[tensor.rank()];
        for (double element : tensor.data()) {
            int to = Broadcasting.flat(position, strides);
            double shift = Double.isInfinite(largest.data()[to]) ? 0 : largest.data()[to];
            result.data()[to] += Math.exp(element - shift);
            Broadcasting.advance(position, tensor.shape());
        }
        for (int i = 0; i < result.size(); i++) {
            double shift = Double.isInfinite(largest.data()[i]) ? 0 : largest.data()[i];
            result.data()[i] = shift + Math.log(result.data()[i]);
        }
        return result;
    }

    // -- derivative

    /** x̄ = ȳ·softmax(x). */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.multiply(yBar, g.softmax(x, axes)));
    }

    /** ẏ = Σ softmax(x)·ẋ. */
    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.sum(g.multiply(t, g.softmax(x, axes)), axes));
    }

    // -- definition

    /** m + log Σ e^(x − m) with m = max x, or 0 where that is infinite. */
    @Override
    public Value definition(Builder g) {
        Value shift = shift(x, axes, g);
        return g.add(shift, g.log(g.sum(g.exp(g.subtract(x, shift)), axes)));
    }

    /** What is subtracted from x so that no exponential overflows; no derivative flows through it. */
    static Value shift(Value x, List<Integer> axes, Builder g) {
        Value largest = g.reduce(Combine.MAXIMUM, x, axes);
        Value infinite = g.equal(g.abs(largest), g.constant(Double.POSITIVE_INFINITY));
        return g.stopGradient(g.select(infinite, g.zero(), largest));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        Object along = axes.size() == 1 ? axes.get(0) : axes;
        return Notation.call("logsumexp", operands.get(0), Notation.named("axis", along));
    }
}
