package dev.leibniz.compiler.op;

import static dev.leibniz.compiler.op.Operand.ids;
import static dev.leibniz.compiler.op.OperationTable.N;
import static dev.leibniz.compiler.op.OperationTable.T;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.kernel.Distribution;
import dev.leibniz.runtime.random.Draws;
import java.util.List;

/** Random numbers, of which each is a function of the key. */
final class RandomCases {
    private static final Shape SHAPE = Shape.of(N, T);

    private RandomCases() {}

    static final List<OperationCase> ALL = List.of(
            new OperationCase(
                    "uniform numbers",
                    Draw.class,
                    List.of(ids(1000, Size.of(Draws.KEY))),
                    (g, x) -> g.add(new Draw(x.get(0), Distribution.UNIFORM, Size.ZERO, Size.ZERO, SHAPE)),
                    TensorType.floats(SHAPE),
                    (x, i) -> Draws.uniform(key(x), 0, 0, i[0] * x.size(T) + i[1])),
            new OperationCase(
                    "normal numbers of a later turn",
                    Draw.class,
                    List.of(ids(1000, Size.of(Draws.KEY))),
                    (g, x) -> g.add(new Draw(x.get(0), Distribution.NORMAL, Size.of(3), N.times(T), SHAPE)),
                    TensorType.floats(SHAPE),
                    (x, i) -> Draws.normal(key(x), 0, 3, (x.size(N) + i[0]) * x.size(T) + i[1])));

    private static int[] key(Numbers x) {
        return new int[] {(int) x.of(0, 0), (int) x.of(0, 1), (int) x.of(0, 2)};
    }
}
