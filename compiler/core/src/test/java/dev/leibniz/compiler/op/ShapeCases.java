package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.bools;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import java.util.List;

/** Operations that only move elements. */
final class ShapeCases {
    private static final Size TWO = Size.of(2);
    private static final Size THREE = Size.of(3);
    private static final Size SIX = Size.of(6);

    private ShapeCases() {}

    static final List<OperationCase> ALL = List.of(
            reshape("split an axis", any(N, SIX), Shape.of(N, TWO, THREE), (x, i) -> x.of(0, i[0], 3 * i[1] + i[2])),
            reshape(
                    "join axes",
                    any(N, TWO, T),
                    Shape.of(N, T.times(2)),
                    (x, i) -> x.of(0, i[0], i[1] / x.extent(0, 2), i[1] % x.extent(0, 2))),
            reshape(
                    "flatten",
                    any(N, T),
                    Shape.of(N.times(T)),
                    (x, i) -> x.of(0, i[0] / x.extent(0, 1), i[0] % x.extent(0, 1))),
            reshape("regroup", any(TWO, THREE, T), Shape.of(THREE, T.times(2)), (x, i) -> {
                int t = x.extent(0, 2);
                int flat = i[0] * 2 * t + i[1];
                return x.of(0, flat / (3 * t), flat / t % 3, flat % t);
            }),
            reshape("add ones", any(N, T), Shape.of(Size.ONE, N, Size.ONE, T), (x, i) -> x.of(0, i[1], i[3])),
            reshape("drop ones", ints(N, Size.ONE, T, Size.ONE), Shape.of(N, T), (x, i) -> x.of(0, i[0], 0, i[1], 0)),
            reshape("to a scalar", any(Size.ONE, Size.ONE), Shape.SCALAR, (x, i) -> x.of(0, 0, 0)),
            permute(any(N, THREE, T), List.of(0, 2, 1), Shape.of(N, T, THREE), (x, i) -> x.of(0, i[0], i[2], i[1])),
            permute(any(N, THREE, T), List.of(2, 0, 1), Shape.of(T, N, THREE), (x, i) -> x.of(0, i[1], i[2], i[0])),
            permute(bools(N, T), List.of(1, 0), Shape.of(T, N), (x, i) -> x.of(0, i[1], i[0])),
            broadcast(any(THREE), Shape.of(N, THREE), (x, i) -> x.of(0, i[1])),
            broadcast(any(N, Size.ONE), Shape.of(N, T), (x, i) -> x.of(0, i[0], 0)),
            broadcast(any(), Shape.of(N, T), (x, i) -> x.of(0)),
            broadcast(ints(Size.ONE, THREE), Shape.of(T, N, THREE), (x, i) -> x.of(0, 0, i[2])),
            slice("first two", any(N, SIX), 1, Size.ZERO, TWO, 1, (x, i) -> x.of(0, i[0], i[1])),
            slice("from the middle", ints(N, SIX), 1, TWO, THREE, 1, (x, i) -> x.of(0, i[0], 2 + i[1])),
            slice("the last", any(N, T), 1, T.plus(-1), Size.ONE, 1, (x, i) -> x.of(0, i[0], x.extent(0, 1) - 1)),
            slice("all but the first", any(N, T), 0, Size.ONE, N.plus(-1), 1, (x, i) -> x.of(0, i[0] + 1, i[1])),
            slice("reversed", any(N, T), 1, T.plus(-1), T, -1, (x, i) -> x.of(0, i[0], x.extent(0, 1) - 1 - i[1])),
            slice(
                    "backwards from the middle",
                    any(SIX, T),
                    0,
                    Size.of(4),
                    THREE,
                    -1,
                    (x, i) -> x.of(0, 4 - i[0], i[1])),
            pad(any(N, T), 1, TWO, Size.ONE, 0),
            pad(any(N, T), 0, Size.ZERO, T, 2.5),
            pad(any(N, T), 1, N, Size.ZERO, Double.NEGATIVE_INFINITY),
            pad(ints(N, T), 0, Size.ONE, Size.ONE, -1),
            concat("two parts", 1, any(N, TWO), any(N, T)),
            concat("three parts", 0, any(N, THREE), any(TWO, THREE), any(T, THREE)),
            concat("ints", 0, ints(N), ints(T)),
            new OperationCase(
                    "a part twice",
                    Concat.class,
                    List.of(any(N, T)),
                    (g, x) -> g.concat(List.of(x.get(0), x.get(0)), 1),
                    TensorType.floats(Shape.of(N, T.times(2))),
                    (x, i) -> x.of(0, i[0], i[1] % x.extent(0, 1))));

    private static OperationCase reshape(String name, Operand operand, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "reshape: " + name,
                Reshape.class,
                List.of(operand),
                (g, x) -> g.reshape(x.get(0), shape),
                operand.type().withShape(shape),
                formula);
    }

    private static OperationCase permute(
            Operand operand, List<Integer> order, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "permute to " + order,
                Permute.class,
                List.of(operand),
                (g, x) -> g.permute(x.get(0), order),
                operand.type().withShape(shape),
                formula);
    }

    private static OperationCase broadcast(Operand operand, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "broadcast " + operand.type() + " to " + shape,
                Broadcast.class,
                List.of(operand),
                (g, x) -> g.broadcast(x.get(0), shape),
                operand.type().withShape(shape),
                formula);
    }

    private static OperationCase slice(
            String name, Operand operand, int axis, Size start, Size count, int step, OperationCase.Formula formula) {
        return new OperationCase(
                "slice: " + name,
                Slice.class,
                List.of(operand),
                (g, x) -> g.slice(x.get(0), axis, start, count, step),
                operand.type().withShape(operand.type().shape().with(axis, count)),
                formula);
    }

    private static OperationCase pad(Operand operand, int axis, Size before, Size after, double value) {
        Shape shape = operand.type().shape();
        return new OperationCase(
                "pad axis " + axis + " by " + before + " and " + after + " with " + value,
                Pad.class,
                List.of(operand),
                (g, x) -> g.pad(x.get(0), axis, before, after, value),
                operand.type()
                        .withShape(shape.with(axis, shape.get(axis).plus(before).plus(after))),
                (x, i) -> {
                    int[] at = i.clone();
                    at[axis] -= x.size(before);
                    boolean inside = at[axis] >= 0 && at[axis] < x.extent(0, axis);
                    return inside ? x.of(0, at) : value;
                });
    }

    private static OperationCase concat(String name, int axis, Operand... parts) {
        Size total = Size.ZERO;
        for (Operand part : parts) {
            total = total.plus(part.type().shape().get(axis));
        }
        return new OperationCase(
                "concat: " + name,
                Concat.class,
                List.of(parts),
                (g, x) -> g.concat(x, axis),
                parts[0].type().withShape(parts[0].type().shape().with(axis, total)),
                (x, i) -> {
                    int[] at = i.clone();
                    int part = 0;
                    while (at[axis] >= x.extent(part, axis)) {
                        at[axis] -= x.extent(part++, axis);
                    }
                    return x.of(part, at);
                });
    }
}
