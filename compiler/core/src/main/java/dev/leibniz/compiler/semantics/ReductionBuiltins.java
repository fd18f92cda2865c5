package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import java.util.List;

/** Built-in operations that combine the elements of axes: {@code axis} is one, a list, or all if left out; {@code keep} keeps them with size 1. */
final class ReductionBuiltins {
    private ReductionBuiltins() {}

    static final List<Builtin> ALL = List.of(
            reduction("sum", Combine.SUM),
            reduction("prod", Combine.PRODUCT),
            extreme("max", Combine.MAXIMUM, Arithmetic.Kind.MAXIMUM),
            extreme("min", Combine.MINIMUM, Arithmetic.Kind.MINIMUM),
            Builtin.of("mean", ReductionBuiltins::mean, "x").optionally("axis", "keep"),
            Builtin.of("var", ReductionBuiltins::variance, "x").optionally("axis", "keep", "unbiased"),
            Builtin.of("norm", ReductionBuiltins::norm, "x").optionally("axis", "keep"),
            Builtin.of("logsumexp", ReductionBuiltins::logSumExp, "x").optionally("axis", "keep"),
            Builtin.of("softmax", ReductionBuiltins::softmax, "x").optionally("axis"),
            Builtin.of("argmax", call -> argExtreme(true, call), "x").optionally("axis", "keep"),
            Builtin.of("argmin", call -> argExtreme(false, call), "x").optionally("axis", "keep"),
            Builtin.of("cumsum", ReductionBuiltins::cumulativeSum, "x", "axis"));

    private static Builtin reduction(String name, Combine combine) {
        return Builtin.of(
                        name,
                        call -> {
                            Value x = call.arithmetic("x");
                            List<Integer> axes = axes(call, x);
                            return finish(call, call.g().reduce(combine, x, axes), axes);
                        },
                        "x")
                .optionally("axis", "keep");
    }

    /** {@code max(x, y)} is elementwise, {@code max(x)} and {@code max(x, axis = 1)} reduce. */
    private static Builtin extreme(String name, Combine combine, Arithmetic.Kind elementwise) {
        return Builtin.of(
                        name,
                        call -> {
                            if (call.has("y")) {
                                return ElementwiseBuiltins.arithmetic(elementwise, "x", "y", call);
                            }
                            Value x = call.arithmetic("x");
                            List<Integer> axes = axes(call, x);
                            return finish(call, call.g().reduce(combine, x, axes), axes);
                        },
                        "x")
                .optionally("y", "axis", "keep");
    }

    private static List<Integer> axes(Call call, Value x) {
        return call.axes("axis", call.operand("x"), x.shape().rank());
    }

    /** Without the reduced axes, unless they are to be kept. */
    private static Meaning finish(Call call, Value reduced, List<Integer> axes) {
        if (call.flag("keep")) {
            return new Meaning.Tensor(reduced);
        }
        Shape shape = reduced.shape();
        for (int i = axes.size() - 1; i >= 0; i--) {
            shape = shape.without(axes.get(i));
        }
        return new Meaning.Tensor(call.g().reshape(reduced, shape));
    }

    private static Size count(Value x, List<Integer> axes) {
        Size count = Size.ONE;
        for (int axis : axes) {
            count = count.times(x.shape().get(axis));
        }
        return count;
    }

    private static Value mean(Call call, Value x, List<Integer> axes, Size count) {
        Value sum = call.g().sum(x, axes);
        return count.isOne() ? sum : call.g().divide(sum, call.g().size(count));
    }

    private static Meaning mean(Call call) {
        Value x = call.floats("x");
        List<Integer> axes = axes(call, x);
        return finish(call, mean(call, x, axes, count(x, axes)), axes);
    }

    /** The mean square of what remains after subtracting the mean. */
    private static Meaning variance(Call call) {
        Value x = call.floats("x");
        List<Integer> axes = axes(call, x);
        Size count = count(x, axes);
        Value centred = call.g().subtract(x, mean(call, x, axes, count));
        Size divisor = call.flag("unbiased") ? count.plus(-1) : count;
        return finish(call, mean(call, call.g().multiply(centred, centred), axes, divisor), axes);
    }

    private static Meaning norm(Call call) {
        Value x = call.floats("x");
        List<Integer> axes = axes(call, x);
        return finish(call, call.g().sqrt(call.g().sum(call.g().multiply(x, x), axes)), axes);
    }

    private static Meaning logSumExp(Call call) {
        Value x = call.floats("x");
        List<Integer> axes = axes(call, x);
        return axes.isEmpty() ? new Meaning.Tensor(x) : finish(call, call.g().logSumExp(x, axes), axes);
    }

    private static Meaning softmax(Call call) {
        Value x = call.floats("x");
        return new Meaning.Tensor(call.g().softmax(x, List.of(axis(call, x))));
    }

    private static Meaning argExtreme(boolean largest, Call call) {
        Value x = call.arithmetic("x");
        int axis = axis(call, x);
        return finish(call, call.g().argExtreme(largest, x, axis), List.of(axis));
    }

    private static Meaning cumulativeSum(Call call) {
        Value x = call.arithmetic("x");
        return new Meaning.Tensor(call.g().cumulativeSum(x, axis(call, x), false));
    }

    private static int axis(Call call, Value x) {
        return call.axis("axis", -1, call.operand("x"), x.shape().rank());
    }
}
