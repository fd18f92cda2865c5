package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inverse of windows that tile their axes, each beginning where the one before it ends: y[…, p, …] = x[…, p / size, …, p mod size]. Other names are depth
 * to space and unpatchify.
 *
 * @param windows as those of {@link OverlapAdd}; see {@link Window#tiles()}
 */
public record JoinTiles(Value x, List<Window> windows) implements Pointwise {
    public JoinTiles {
        windows = List.copyOf(windows);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public JoinTiles withOperands(List<Value> operands) {
        return new JoinTiles(operands.get(0), windows);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT);
        if (!windows.stream().allMatch(Window::tiles)) {
            throw new IllegalArgumentException(windows + " are no tiles");
        }
        return new OverlapAdd(x, windows).infer();
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tiles = operands.get(0);
        Tensor result = Tensor.zeros(at.shape(infer().shape()));
        int[] strides = Windows.strides(result.strides(), windows);
        int[] position = new int[tiles.rank()];
        for (double element : tiles.data()) {
            result.data()[Broadcasting.flat(position, strides)] = element;
            Broadcasting.advance(position, tiles.shape());
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
        return tangents.of(x).map(t -> g.joinTiles(t, windows));
    }

    // -- lowering

    @Override
    public Scalar at(List<Index> indices, Operands operands) {
        List<Index> all = new ArrayList<>(indices);
        for (Window window : windows) {
            Index position = indices.get(window.axis());
            all.set(window.axis(), position.dividedBy(window.size()));
            all.add(position.modulo(window.size()));
        }
        return operands.at(0, all);
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        List<Object> arguments = new ArrayList<>(operands);
        arguments.addAll(Window.arguments(windows, Window::extent));
        return Notation.call("join_tiles", arguments.toArray());
    }
}
