package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Function;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitAtBordersTest {
    private static final Buffer A = buffer("a");
    private static final Buffer B = buffer("b");
    private static final Buffer C = buffer("c");
    private static final Index J = Index.variable("j");

    private static Buffer buffer(String name) {
        return new Buffer(name, Buffer.Kind.SLOT, DType.FLOAT, Size.of(100), Size.ZERO);
    }

    private static Scalar less(Index index, Size end) {
        return new Scalar.Apply(Function.LESS, new Scalar.Position(index), new Scalar.Position(end));
    }

    /** {@code c[2*j] = condition ? a[j] : b[j - 3]}. */
    private static Statement.Loop loop(Scalar condition, Size extent, Statement.LoopKind kind) {
        Scalar chosen = new Scalar.Choose(condition, new Scalar.Load(A, J), new Scalar.Load(B, J.plus(Size.of(-3))));
        return new Statement.Loop("j", extent, kind, List.of(new Statement.Store(C, J.times(Size.of(2)), chosen)));
    }

    private static Statement.Loop part(int turns, Index at, Scalar value) {
        return new Statement.Loop(
                "j", Size.of(turns), Statement.LoopKind.LANES, List.of(new Statement.Store(C, at, value)));
    }

    @Test
    void eachSideOfABorderHasALoopOfItsOwn() {
        Statement.Loop whole = loop(less(J, Size.of(3)), Size.of(8), Statement.LoopKind.LANES);
        assertThat(SplitAtBorders.of(List.of(whole)))
                .containsExactly(
                        part(3, J.times(Size.of(2)), new Scalar.Load(A, J)),
                        part(5, J.times(Size.of(2)).plus(Size.of(6)), new Scalar.Load(B, J)));
    }

    @Test
    void bordersCountFromWhereTheIndexBegins() {
        Statement.Loop whole = loop(less(J.plus(Size.of(4)), Size.of(7)), Size.of(8), Statement.LoopKind.LANES);
        assertThat(SplitAtBorders.of(List.of(whole)))
                .extracting(statement -> ((Statement.Loop) statement).extent())
                .containsExactly(Size.of(3), Size.of(5));
    }

    @Test
    void innerLoopsOfOthersAreSplitToo() {
        Statement.Loop whole = loop(less(J, Size.of(3)), Size.of(8), Statement.LoopKind.LANES);
        Statement.Loop rows = new Statement.Loop("i", Size.of(2), Statement.LoopKind.ROWS, List.of(whole));
        Statement.Loop split = (Statement.Loop) SplitAtBorders.of(List.of(rows)).get(0);
        assertThat(split.body()).hasSize(2);
    }

    @Test
    void whatHasNoConstantBorderInsideStays() {
        Index i = Index.variable("i");
        for (Statement.Loop loop : List.of(
                loop(less(J, Size.of(0)), Size.of(8), Statement.LoopKind.LANES),
                loop(less(J, Size.of(8)), Size.of(8), Statement.LoopKind.LANES),
                loop(less(J.plus(i), Size.of(3)), Size.of(8), Statement.LoopKind.LANES),
                loop(less(J.times(Size.of(2)), Size.of(3)), Size.of(8), Statement.LoopKind.LANES),
                loop(less(i, Size.of(3)), Size.of(8), Statement.LoopKind.LANES),
                loop(less(J, Size.of(3)), Size.of(8), Statement.LoopKind.LANE_ROWS))) {
            assertThat(SplitAtBorders.of(List.of(loop))).containsExactly(loop);
        }
    }
}
