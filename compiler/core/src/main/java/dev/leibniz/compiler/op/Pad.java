package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Copies of a value before and after the elements of one axis. */
public record Pad(Value x, int axis, Size before, Size after, double value) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Pad withOperands(List<Value> operands) {
        return new Pad(operands.get(0), axis, before, after, value);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.axes(List.of(axis), x.shape());
        return x.type()
                .withShape(x.shape().with(axis, x.shape().get(axis).plus(before).plus(after)));
    }

    @Override
    public boolean mentions(String turn) {
        return before.mentions(turn) || after.mentions(turn);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        Arrays.fill(result.data(), value);
        int[] strides = result.strides();
        int from = at.size(before) * strides[axis];
        int[] position = new int[tensor.rank()];
        for (double element : tensor.data()) {
            result.data()[from + Broadcasting.flat(position, strides)] = element;
            Broadcasting.advance(position, tensor.shape());
        }
        return result;
    }

    // -- derivative

    /** x̄ = the part of ȳ that is no padding. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.slice(yBar, axis, before, x.shape().get(axis), 1));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.pad(t, axis, before, after, 0));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        Index shifted = indices.get(axis).plus(before.times(-1));
        List<Index> own = new ArrayList<>(indices);
        own.set(axis, shifted);
        Scalar position = new Scalar.Position(shifted);
        Scalar notBefore = new Scalar.Apply(Function.GREATER_EQUAL, position, new Scalar.Position(Size.ZERO));
        Scalar notAfter = new Scalar.Apply(
                Function.LESS, position, new Scalar.Position(x.shape().get(axis)));
        Scalar inside = before.equals(Size.ZERO)
                ? notAfter
                : after.equals(Size.ZERO) ? notBefore : new Scalar.Apply(Function.AND, notBefore, notAfter);
        return new Scalar.Choose(
                inside, operands.at(0, own), new Scalar.Literal(x.type().dtype(), value));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        return Notation.call("pad", operands.get(0), Notation.named("axis", axis), before, after);
    }
}
