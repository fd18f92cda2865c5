package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Elements {@code start, start + step, …} along one axis.
 *
 * @param count how many
 * @param step 1, or −1 for the reverse order
 */
public record Slice(Value x, int axis, Size start, Size count, int step) implements Pointwise {
    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Slice withOperands(List<Value> operands) {
        return new Slice(operands.get(0), axis, start, count, step);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.axes(List.of(axis), x.shape());
        return x.type().withShape(x.shape().with(axis, count));
    }

    @Override
    public boolean mentions(String turn) {
        return start.mentions(turn) || count.mentions(turn);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] shape = at.shape(infer().shape());
        int[] strides = tensor.strides();
        int from = at.size(start) * strides[axis];
        strides[axis] *= step;
        Tensor result = Tensor.zeros(shape);
        int[] position = new int[shape.length];
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = tensor.data()[from + Broadcasting.flat(position, strides)];
            Broadcasting.advance(position, shape);
        }
        return result;
    }

    // -- derivative

    /** x̄ = ȳ, in order again, with zeros around it. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, placed(yBar, g));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.slice(t, axis, start, count, step));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        List<Index> own = new ArrayList<>(indices);
        own.set(axis, indices.get(axis).times(Size.of(step)).plus(start));
        return operands.at(0, own);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        Object range = count.isOne() ? start : step == 1 ? start + ":" + start.plus(count) : "reversed";
        if (step != 1 && count.equals(x.shape().get(axis))) {
            return Notation.call("reverse", operands.get(0), axis);
        }
        List<Object> subscripts = new ArrayList<>(Collections.nCopies(axis, ":"));
        subscripts.add(range);
        return Notation.index(operands.get(0), subscripts.toArray());
    }

    private Value placed(Value yBar, Builder g) {
        Size first = step == 1 ? start : start.minus(count).plus(1);
        Value ordered = step == 1 ? yBar : g.slice(yBar, axis, count.plus(-1), count, -1);
        Size after = x.shape().get(axis).minus(first).minus(count);
        return g.pad(ordered, axis, first, after, 0);
    }
}
