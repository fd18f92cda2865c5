package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reduction of some axes by sum, product, maximum or minimum. Reduced axes stay, with size 1; reshape removes them.
 *
 * @param axes ascending, none twice, none negative
 */
public record Reduce(Combine combine, Value x, List<Integer> axes) implements Operation {
    public Reduce {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(x);
    }

    @Override
    public Reduce withOperands(List<Value> operands) {
        return new Reduce(combine, operands.get(0), axes);
    }

    // -- type

    @Override
    public TensorType infer() {
        Typing.of(x, DType.FLOAT, DType.INT);
        Typing.axes(axes, x.shape());
        Shape shape = x.shape();
        for (int axis : axes) {
            shape = shape.with(axis, Size.ONE);
        }
        return x.type().withShape(shape);
    }

    // -- evaluation

    @Override
    public Tensor evaluate(List<Tensor> operands, Evaluation at) {
        Tensor tensor = operands.get(0);
        int[] shape = at.shape(infer().shape());
        double[] result = new double[Tensor.elements(shape)];
        Arrays.fill(result, combine.identity());
        int[] strides = Tensor.strides(shape);
        axes.forEach(axis -> strides[axis] = 0);
        int[] position = new int[shape.length];
        for (double element : tensor.data()) {
            int to = Broadcasting.flat(position, strides);
            result[to] = join(result[to], element);
            Broadcasting.advance(position, tensor.shape());
        }
        return new Tensor(shape, result);
    }

    /** Two partial results as one. */
    public double join(double a, double b) {
        return switch (combine) {
            case SUM -> a + b;
            case PRODUCT -> a * b;
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
        };
    }

    // -- derivative

    @Override
    public void vjp(Value y, Value yBar, Builder g, Adjoints adjoints) {
        adjoints.add(x, combine == Combine.SUM ? g.broadcast(yBar, x.shape()) : g.multiply(yBar, weights(y, g)));
    }

    @Override
    public Optional<Value> jvp(Value y, Tangents tangents, Builder g) {
        return tangents.of(x)
                .map(t -> g.reduce(Combine.SUM, combine == Combine.SUM ? t : g.multiply(t, weights(y, g)), axes));
    }

    /** ∂y/∂x for each element: for an extreme 1/count where x equals it, for a product the product of the others. */
    private Value weights(Value y, Builder g) {
        if (combine == Combine.PRODUCT) {
            return productOfOthers(g);
        }
        Value equal = g.toFloat(g.equal(x, y));
        return g.divide(equal, g.reduce(Combine.SUM, equal, axes));
    }

    /** Πⱼ≠ᵢ xⱼ, computed without dividing so that zeros, and derivatives of any order, are right; quadratic in the axis. */
    private Value productOfOthers(Builder g) {
        Shape kept = x.shape();
        Size count = Size.ONE;
        for (int axis : axes) {
            count = count.times(kept.get(axis));
        }
        List<Integer> order = Axes.movedLast(x.shape().rank(), axes);
        Value last = g.permute(x, order);
        Shape outer = last.shape().subShape(0, kept.rank() - axes.size());
        Value rows = g.reshape(last, outer.append(Shape.of(Size.ONE, count)));
        Value own = g.equal(g.reshape(g.range(count), Shape.of(count, Size.ONE)), g.range(count));
        Value others = g.select(own, g.one(), rows);
        Value product = g.reduce(Combine.PRODUCT, others, List.of(outer.rank() + 1));
        return g.permute(g.reshape(product, last.shape()), Axes.inverse(order));
    }

    // -- notation

    @Override
    public Notation notation(List<Notation> operands) {
        String name = switch (combine) {
            case SUM -> "sum";
            case PRODUCT -> "prod";
            case MAXIMUM -> "max";
            case MINIMUM -> "min";
        };
        if (axes.size() == x.shape().rank()) {
            return Notation.call(name, operands.get(0));
        }
        String text = axes.size() == 1 ? axes.get(0).toString() : axes.toString();
        return Notation.call(name.toLowerCase(Locale.ROOT), operands.get(0), Notation.named("axis", text));
    }
}
