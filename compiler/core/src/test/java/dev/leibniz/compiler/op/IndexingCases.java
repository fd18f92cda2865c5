package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.ids;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import java.util.List;

/** Rows picked by ids, and values that come from no operand. */
final class IndexingCases {
    private static final Size THREE = Size.of(3);
    private static final Size FOUR = Size.of(4);

    private IndexingCases() {}

    static final List<OperationCase> ALL = List.of(
            gather(
                    "rows",
                    any(FOUR, THREE),
                    ids(4, N, T),
                    Shape.of(N, T, THREE),
                    (x, i) -> x.of(0, (int) x.of(1, i[0], i[1]), i[2])),
            gather("one row", any(FOUR, T), ids(4), Shape.of(T), (x, i) -> x.of(0, (int) x.of(1), i[0])),
            gather("elements", any(FOUR), ids(4, N), Shape.of(N), (x, i) -> x.of(0, (int) x.of(1, i[0]))),
            gather("ints", ints(FOUR, T), ids(4, N), Shape.of(N, T), (x, i) -> x.of(0, (int) x.of(1, i[0]), i[1])),
            scatterAdd("rows", any(N, T, THREE), ids(4, N, T), FOUR, Shape.of(FOUR, THREE), (x, i) -> {
                double sum = 0;
                for (int n = 0; n < x.extent(0, 0); n++) {
                    for (int t = 0; t < x.extent(0, 1); t++) {
                        sum += x.of(1, n, t) == i[0] ? x.of(0, n, t, i[1]) : 0;
                    }
                }
                return sum;
            }),
            scatterAdd("elements into a free size", any(N), ids(1, N), T, Shape.of(T), (x, i) -> {
                double sum = 0;
                for (int n = 0; n < x.extent(0, 0); n++) {
                    sum += x.of(1, n) == i[0] ? x.of(0, n) : 0;
                }
                return sum;
            }),
            oneHot(
                    "some out of range",
                    ids(5, N, T),
                    THREE,
                    Shape.of(N, T, THREE),
                    (x, i) -> x.of(0, i[0], i[1]) == i[2] ? 1 : 0),
            oneHot("of a free size", ids(2, N), T, Shape.of(N, T), (x, i) -> x.of(0, i[0]) == i[1] ? 1 : 0),
            oneHot("of a scalar", ids(3), THREE, Shape.of(THREE), (x, i) -> x.of(0) == i[0] ? 1 : 0),
            new OperationCase(
                    "range(N + T)",
                    Range.class,
                    List.of(),
                    (g, x) -> g.range(N.plus(T)),
                    TensorType.ints(Shape.of(N.plus(T))),
                    (x, i) -> i[0]),
            new OperationCase(
                    "2*N*T - 1",
                    SizeOf.class,
                    List.of(),
                    (g, x) -> g.add(new SizeOf(N.times(T).times(2).plus(-1))),
                    TensorType.ints(Shape.SCALAR),
                    (x, i) -> 2 * x.sizes().get("N") * x.sizes().get("T") - 1),
            new OperationCase(
                    "2.5",
                    Constant.class,
                    List.of(),
                    (g, x) -> g.constant(2.5),
                    TensorType.floats(Shape.SCALAR),
                    (x, i) -> 2.5),
            new OperationCase(
                    "input",
                    Leaf.class,
                    List.of(any(N, T)),
                    (g, x) -> x.get(0),
                    TensorType.floats(Shape.of(N, T)),
                    (x, i) -> x.of(0, i)));

    private static OperationCase gather(
            String name, Operand table, Operand ids, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "gather " + name,
                Gather.class,
                List.of(table, ids),
                (g, x) -> g.gather(x.get(0), x.get(1)),
                table.type().withShape(shape),
                formula);
    }

    private static OperationCase scatterAdd(
            String name, Operand added, Operand ids, Size rows, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "scatter-add " + name,
                ScatterAdd.class,
                List.of(added, ids),
                (g, x) -> g.scatterAdd(x.get(0), x.get(1), rows),
                TensorType.floats(shape),
                formula);
    }

    private static OperationCase oneHot(
            String name, Operand ids, Size count, Shape shape, OperationCase.Formula formula) {
        return new OperationCase(
                "one-hot " + name,
                OneHot.class,
                List.of(ids),
                (g, x) -> g.oneHot(x.get(0), count),
                TensorType.floats(shape),
                formula);
    }
}
