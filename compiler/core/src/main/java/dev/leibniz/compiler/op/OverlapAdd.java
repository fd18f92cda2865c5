package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The adjoint of sliding windows: the elements of all windows x added up at the places that the windows show, in a tensor of zeros. */
public record OverlapAdd(Value x, List<Window> windows) implements Operation {
    public OverlapAdd {
        windows = List.copyOf(windows);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public OverlapAdd withOperands(List<Value> operands) {
        return new OverlapAdd(operands.get(0), windows);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT);
        int rank = x.shape().rank() - windows.size();
        Shape shape = x.shape().subShape(0, rank);
        Typing.axes(windows.stream().map(Window::axis).toList(), shape);
        for (int k = 0; k < windows.size(); k++) {
            Window window = windows.get(k);
            boolean fits = x.shape().get(window.axis()).equals(window.count())
                    && x.shape().get(rank + k).equals(window.size());
            if (!fits) {
                throw new IllegalArgumentException(x.shape() + " are no " + windows);
            }
            shape = shape.with(window.axis(), window.extent());
        }
        return x.type().withShape(shape);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor added = operands.get(0);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int[] strides = Windows.strides(result.strides(), windows);
        int[] position = new int[added.rank()];
        for (double element : added.data()) {
            result.data()[Broadcasting.flat(position, strides)] += element;
            Broadcasting.advance(position, added.shape());
        }
        return result;
    }

    // -- derivative

    /** x̄ = the windows of ȳ. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.windows(yBar, windows));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.overlapAdd(t, windows));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        List<Object> arguments = new ArrayList<>(operands);
        arguments.addAll(Window.arguments(windows, Window::extent));
        return Notation.call("overlap_add", arguments.toArray());
    }
}
