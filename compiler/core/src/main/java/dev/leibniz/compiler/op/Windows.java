package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sliding windows over some axes: y[…, i, …, k] = x[…, i·stride + k·dilation, …]. Each axis becomes the number of windows along it; axes for the elements of a
 * window follow behind all others, in the order of {@code windows}.
 */
public record Windows(Value x, List<Window> windows) implements Pointwise {
    public Windows {
        windows = List.copyOf(windows);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Windows withOperands(List<Value> operands) {
        return new Windows(operands.get(0), windows);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.axes(windows.stream().map(Window::axis).toList(), x.shape());
        Shape shape = x.shape();
        for (Window window : windows) {
            if (!shape.get(window.axis()).equals(window.extent())) {
                throw new IllegalArgumentException("windows over " + window.extent() + " of " + x.shape());
            }
            shape = shape.with(window.axis(), window.count()).append(Shape.of(window.size()));
        }
        return x.type().withShape(shape);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int[] strides = strides(tensor.strides(), windows);
        int[] position = new int[result.rank()];
        for (int i = 0; i < result.size(); i++) {
            result.data()[i] = tensor.data()[Broadcasting.flat(position, strides)];
            Broadcasting.advance(position, result.shape());
        }
        return result;
    }

    /** How far apart neighbours along each axis of the windows are in the tensor they are windows of. */
    static int[] strides(int[] own, List<Window> windows) {
        int[] strides = Arrays.copyOf(own, own.length + windows.size());
        for (int k = 0; k < windows.size(); k++) {
            Window window = windows.get(k);
            strides[own.length + k] = own[window.axis()] * window.dilation();
            strides[window.axis()] = own[window.axis()] * window.stride();
        }
        return strides;
    }

    // -- derivative

    /** x̄ = each element of ȳ added up where it was taken from. */
    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, g.overlapAdd(yBar, windows));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x).map(t -> g.windows(t, windows));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        return operands.at(0, positions(indices, x.shape().rank(), windows));
    }

    /** The element of a tensor of this rank that its windows show at these indices. */
    public static List<Index> positions(List<Index> indices, int rank, List<Window> windows) {
        List<Index> own = new ArrayList<>(indices.subList(0, rank));
        for (int k = 0; k < windows.size(); k++) {
            Window window = windows.get(k);
            Index first = own.get(window.axis()).times(Size.of(window.stride()));
            Index within = indices.get(rank + k).times(Size.of(window.dilation()));
            own.set(window.axis(), first.plus(within));
        }
        return own;
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        List<Object> arguments = new ArrayList<>(operands);
        arguments.addAll(Window.arguments(windows, Window::size));
        return Notation.call("windows", arguments.toArray());
    }
}
