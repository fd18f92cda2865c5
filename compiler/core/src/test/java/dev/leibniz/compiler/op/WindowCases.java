package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.any;
import static dev.leibniz.compiler.op.Operand.ints;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import java.util.Arrays;
import java.util.List;

/** Sliding windows and their adjoint. */
final class WindowCases {
    private static final Size TWO = Size.of(2);
    private static final Size THREE = Size.of(3);
    private static final Size EIGHT = Size.of(8);
    private static final Size WIDE = T.plus(4);

    private WindowCases() {}

    static final List<OperationCase> ALL = List.of(
            windows(any(N, WIDE), new Window(1, WIDE, THREE, 1, 1)),
            windows(any(WIDE, N), new Window(0, WIDE, THREE, 2, 1)),
            windows(ints(N, WIDE, TWO), new Window(1, WIDE, TWO, 3, 4)),
            windows(any(N, WIDE), new Window(1, WIDE, T, 2, 1)),
            windows(any(N, WIDE, EIGHT), new Window(1, WIDE, THREE, 2, 2), new Window(2, EIGHT, TWO, 3, 1)),
            overlapAdd(new Window(1, WIDE, THREE, 1, 1)),
            overlapAdd(new Window(1, WIDE, TWO, 3, 1)),
            overlapAdd(new Window(1, WIDE, THREE, 2, 2)),
            overlapAdd(new Window(1, WIDE, TWO, 1, 1), new Window(2, EIGHT, THREE, 2, 2)),
            joinTiles(new Window(1, EIGHT, TWO, 2, 1)),
            joinTiles(new Window(1, Size.of(9), THREE, 3, 1), new Window(2, EIGHT, Size.of(4), 4, 1)));

    private static OperationCase windows(Operand operand, Window... windows) {
        int rank = operand.type().shape().rank();
        Shape shape = operand.type().shape();
        for (Window window : windows) {
            shape = shape.with(window.axis(), window.count()).append(Shape.of(window.size()));
        }
        return new OperationCase(
                operand.type() + " through " + List.of(windows),
                Windows.class,
                List.of(operand),
                (g, x) -> g.windows(x.get(0), List.of(windows)),
                operand.type().withShape(shape),
                (x, i) -> x.of(0, place(i, rank, windows)));
    }

    /** The element that a window shows. */
    private static int[] place(int[] index, int rank, Window... windows) {
        int[] at = Arrays.copyOf(index, rank);
        for (int k = 0; k < windows.length; k++) {
            at[windows[k].axis()] =
                    index[windows[k].axis()] * windows[k].stride() + index[rank + k] * windows[k].dilation();
        }
        return at;
    }

    /** The same along axes that the windows tile. */
    private static OperationCase joinTiles(Window... windows) {
        OperationCase added = overlapAdd(windows);
        return new OperationCase(
                "tiles of " + List.of(windows),
                JoinTiles.class,
                added.operands(),
                (g, x) -> g.joinTiles(x.get(0), List.of(windows)),
                added.type(),
                added.formula());
    }

    /** Along the axes of a tensor behind its first. */
    private static OperationCase overlapAdd(Window... windows) {
        int rank = 1 + windows.length;
        Shape shape = Shape.of(N);
        Shape sizes = Shape.SCALAR;
        Shape result = Shape.of(N);
        for (Window window : windows) {
            shape = shape.append(Shape.of(window.count()));
            sizes = sizes.append(Shape.of(window.size()));
            result = result.append(Shape.of(window.extent()));
        }
        Operand operand = any(shape.append(sizes).sizes().toArray(Size[]::new));
        return new OperationCase(
                "overlap-add of " + List.of(windows),
                OverlapAdd.class,
                List.of(operand),
                (g, x) -> g.overlapAdd(x.get(0), List.of(windows)),
                operand.type().withShape(result),
                (x, i) -> {
                    double sum = 0;
                    int[] shown = x.operands().get(0).shape();
                    int[] index = new int[shown.length];
                    for (int n = 0; n < x.operands().get(0).size(); n++) {
                        int rest = n;
                        for (int axis = index.length - 1; axis >= 0; axis--) {
                            index[axis] = rest % shown[axis];
                            rest /= shown[axis];
                        }
                        boolean here = Arrays.equals(place(index, rank, windows), i);
                        sum += here ? x.of(0, index) : 0;
                    }
                    return sum;
                });
    }
}
