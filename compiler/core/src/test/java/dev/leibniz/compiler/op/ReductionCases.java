package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.ids;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.kernel.Combine;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Reductions and running sums of a tensor of shape [N, 3, T]. */
final class ReductionCases {
    private static final Size THREE = Size.of(3);

    private ReductionCases() {}

    static final List<OperationCase> ALL = List.of(
            reduce(Combine.SUM, any(N, THREE, T), List.of(1), (a, b) -> a + b),
            reduce(Combine.SUM, any(N, THREE, T), List.of(0, 2), (a, b) -> a + b),
            reduce(Combine.SUM, any(N, THREE, T), List.of(0, 1, 2), (a, b) -> a + b),
            reduce(Combine.SUM, ints(N, THREE, T), List.of(2), (a, b) -> a + b),
            reduce(Combine.PRODUCT, any(N, THREE, T), List.of(1), (a, b) -> a * b),
            reduce(Combine.PRODUCT, any(N, THREE, T), List.of(0, 2), (a, b) -> a * b),
            reduce(Combine.MAXIMUM, any(N, THREE, T), List.of(2), (a, b) -> a > b ? a : b),
            reduce(Combine.MAXIMUM, any(N, THREE, T), List.of(0, 1), (a, b) -> a > b ? a : b),
            reduce(Combine.MAXIMUM, ints(N, THREE, T), List.of(1), (a, b) -> a > b ? a : b),
            reduce(Combine.MINIMUM, any(N, THREE, T), List.of(0), (a, b) -> a < b ? a : b),
            reduce(Combine.MINIMUM, any(N, THREE, T), List.of(0, 1, 2), (a, b) -> a < b ? a : b),
            logSumExp(List.of(1)),
            logSumExp(List.of(0, 2)),
            softmax(List.of(2)),
            softmax(List.of(0, 1)),
            argExtreme(true, any(N, THREE, T), 0),
            argExtreme(true, ids(2, N, THREE, T), 1),
            argExtreme(false, any(N, THREE, T), 2),
            argExtreme(false, ids(2, N, THREE, T), 1),
            argExtremeOfTwo(List.of(0, 2)),
            argExtremeOfTwo(List.of(1, 2)),
            cumulativeSum(0, false),
            cumulativeSum(1, true),
            cumulativeSum(2, false),
            cumulativeSum(2, true));

    private static OperationCase reduce(
            Combine combine, Operand operand, List<Integer> axes, DoubleBinaryOperator join) {
        return new OperationCase(
                operand.type().dtype().spelling() + " " + combine + " over " + axes,
                Reduce.class,
                List.of(operand),
                (g, x) -> g.reduce(combine, x.get(0), axes),
                new TensorType(operand.type().dtype(), reduced(axes)),
                (x, i) -> fold(x, axes, combine.identity(), y -> y, join, i));
    }

    private static OperationCase logSumExp(List<Integer> axes) {
        return new OperationCase(
                "logsumexp over " + axes,
                LogSumExp.class,
                List.of(any(N, THREE, T)),
                (g, x) -> g.logSumExp(x.get(0), axes),
                TensorType.floats(reduced(axes)),
                (x, i) -> Math.log(fold(x, axes, 0, Math::exp, Double::sum, i)));
    }

    private static OperationCase softmax(List<Integer> axes) {
        return new OperationCase(
                "softmax over " + axes,
                Softmax.class,
                List.of(any(N, THREE, T)),
                (g, x) -> g.softmax(x.get(0), axes),
                TensorType.floats(Shape.of(N, THREE, T)),
                (x, i) -> Math.exp(x.of(0, i)) / fold(x, axes, 0, Math::exp, Double::sum, i));
    }

    private static OperationCase argExtreme(boolean largest, Operand operand, int axis) {
        return new OperationCase(
                (largest ? "argmax of " : "argmin of ") + operand.type().dtype().spelling() + "s along " + axis,
                ArgExtreme.class,
                List.of(operand),
                (g, x) -> g.argExtreme(largest, x.get(0), axis),
                new TensorType(DType.INT, reduced(List.of(axis))),
                (x, i) -> {
                    int[] at = i.clone();
                    int best = 0;
                    for (int k = 1; k < x.extent(0, axis); k++) {
                        at[axis] = k;
                        double candidate = x.of(0, at);
                        at[axis] = best;
                        best = (largest ? candidate > x.of(0, at) : candidate < x.of(0, at)) ? k : best;
                    }
                    return best;
                });
    }

    /** The first in row-major order of the two axes. */
    private static OperationCase argExtremeOfTwo(List<Integer> axes) {
        return new OperationCase(
                "argmax along " + axes,
                ArgExtreme.class,
                List.of(ids(3, N, THREE, T)),
                (g, x) -> g.argExtreme(true, x.get(0), axes),
                new TensorType(DType.INT, reduced(axes)),
                (x, i) -> {
                    int[] at = i.clone();
                    int width = x.extent(0, axes.get(1));
                    double largest = Double.NEGATIVE_INFINITY;
                    int best = 0;
                    for (int k = 0; k < x.extent(0, axes.get(0)) * width; k++) {
                        at[axes.get(0)] = k / width;
                        at[axes.get(1)] = k % width;
                        best = x.of(0, at) > largest ? k : best;
                        largest = Math.max(largest, x.of(0, at));
                    }
                    return best;
                });
    }

    private static OperationCase cumulativeSum(int axis, boolean backwards) {
        return new OperationCase(
                "running sums along " + axis + (backwards ? " from the end" : ""),
                CumulativeSum.class,
                List.of(any(N, THREE, T)),
                (g, x) -> g.cumulativeSum(x.get(0), axis, backwards),
                TensorType.floats(Shape.of(N, THREE, T)),
                (x, i) -> {
                    double sum = 0;
                    int[] at = i.clone();
                    for (int k = 0; k < x.extent(0, axis); k++) {
                        at[axis] = k;
                        sum += (backwards ? k >= i[axis] : k <= i[axis]) ? x.of(0, at) : 0;
                    }
                    return sum;
                });
    }

    private static Shape reduced(List<Integer> axes) {
        Shape shape = Shape.of(N, THREE, T);
        for (int axis : axes) {
            shape = shape.with(axis, Size.ONE);
        }
        return shape;
    }

    /** Joins what {@code each} makes of all elements that agree with the index outside of {@code axes}. */
    private static double fold(
            Numbers x,
            List<Integer> axes,
            double start,
            DoubleUnaryOperator each,
            DoubleBinaryOperator join,
            int... index) {
        double result = start;
        for (int n = 0; n < x.extent(0, 0); n++) {
            for (int k = 0; k < x.extent(0, 1); k++) {
                for (int t = 0; t < x.extent(0, 2); t++) {
                    boolean joined = (axes.contains(0) || n == index[0])
                            && (axes.contains(1) || k == index[1])
                            && (axes.contains(2) || t == index[2]);
                    result = joined ? join.applyAsDouble(result, each.applyAsDouble(x.of(0, n, k, t))) : result;
                }
            }
        }
        return result;
    }
}
