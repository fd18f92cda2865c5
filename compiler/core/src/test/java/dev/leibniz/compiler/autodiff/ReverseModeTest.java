package dev.leibniz.compiler.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Leaf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The chain rule by itself: paths, broadcasting, what has no derivative. */
final class ReverseModeTest {
    private final Numeric n = new Numeric();

    @Test
    void contributionsOfAllPathsAreSummed() {
        Value x = n.scalar("x", 3);
        Value square = n.g.multiply(x, x);
        Value y = n.g.add(n.g.multiply(square, x), n.g.add(square, x));

        assertThat(n.numbers(n.gradient(y, x))).containsExactly(27 + 6 + 1);
    }

    @Test
    void whatWasBroadcastIsSummedBack() {
        Value row = n.vector("row", 1, 2, 3);
        Value column = n.input("column", new int[] {2, 1}, 10, 20);
        Value scalar = n.scalar("scalar", 5);
        Value y = n.g.multiply(n.g.multiply(row, column), scalar);

        assertThat(n.numbers(n.gradient(y, row))).containsExactly(150, 150, 150);
        assertThat(n.gradient(y, column).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(n.numbers(n.gradient(y, column))).containsExactly(30, 30);
        assertThat(n.numbers(n.gradient(y, scalar))).containsExactly(180);
    }

    @Test
    void aFreeSizeIsNotTakenForOne() {
        Value x = n.g.leaf(Leaf.Kind.INPUT, "x", TensorType.floats(Shape.of(Size.symbol("N"), Size.ONE)));

        assertThat(n.gradient(n.g.exp(x), x).type()).isEqualTo(x.type());
    }

    @Test
    void aResultThatIsNoScalarIsSummed() {
        Value x = n.vector("x", 1, 2, 3);

        assertThat(n.numbers(n.gradient(n.g.multiply(x, x), x))).containsExactly(2, 4, 6);
    }

    @Test
    void theDerivativeByItselfIsOne() {
        Value x = n.vector("x", 4, 5);

        assertThat(n.numbers(n.gradient(x, x))).containsExactly(1, 1);
    }

    @Test
    void thereIsNoneByWhatHasNoInfluence() {
        Value x = n.scalar("x", 1);
        Value other = n.scalar("other", 1);

        assertThat(ReverseMode.gradients(n.graph, n.g.exp(x), List.of(other, x)))
                .extracting(Optional::isPresent)
                .containsExactly(false, true);
    }

    @Test
    void nothingFlowsThroughStoppedOrDiscreteValues() {
        Value x = n.scalar("x", 2);
        Value id = n.g.argExtreme(true, n.g.reshape(x, Shape.of(1)), 0);
        Value y = n.g.multiply(n.g.stopGradient(n.g.exp(x)), n.g.toFloat(id));

        assertThat(ReverseMode.gradients(n.graph, y, List.of(x)).get(0)).isEmpty();
    }

    @Test
    void anInnerValueCanBeDifferentiatedBy() {
        Value x = n.scalar("x", 2);
        Value square = n.g.multiply(x, x);

        assertThat(n.numbers(n.gradient(n.g.multiply(square, n.g.multiply(square, x)), square)))
                .containsExactly(16);
    }

    @Test
    void derivativesOfOneTargetPassThroughAnother() {
        Value x = n.scalar("x", 2);
        Value square = n.g.multiply(x, x);
        Value y = n.g.multiply(square, square);

        List<Optional<Value>> both = ReverseMode.gradients(n.graph, y, List.of(square, x));

        assertThat(n.numbers(both.get(0).orElseThrow())).containsExactly(8);
        assertThat(n.numbers(both.get(1).orElseThrow())).containsExactly(32);
    }

    @Test
    void derivativesOfDerivativesOfAnyOrderAreRight() {
        Value x = n.scalar("x", 0.7);
        Value y = n.g.sin(x);
        double[] expected = {Math.cos(0.7), -Math.sin(0.7), -Math.cos(0.7), Math.sin(0.7), Math.cos(0.7)};
        for (double number : expected) {
            y = n.gradient(y, x);
            assertThat(n.numbers(y)).containsExactly(new double[] {number}, within(1e-15));
        }
    }

    @Test
    void cotangentsAreNamedAfterTheirValues() {
        Value x = n.scalar("x", 2);
        Value h = n.g.exp(x);
        n.graph.name(h, "h");
        Value y = n.g.sin(h);
        n.graph.name(y, "y");
        Value hBar = n.gradient(y, h);

        assertThat(n.graph.nameOf(hBar)).contains("hBar");
    }

    @Test
    void theConstantOneIsNotNamedAfterALoss() {
        Value x = n.scalar("x", 2);
        Value loss = n.g.exp(x);
        n.graph.name(loss, "loss");
        n.gradient(loss, x);

        assertThat(n.g.one().op()).isInstanceOf(Constant.class);
        assertThat(n.graph.nameOf(n.g.one())).isEmpty();
    }

    @Test
    void derivativesComeFromWhereTheirValueComesFrom() {
        Value x = n.scalar("x", 2);
        Value y = n.g.multiply(n.g.exp(x), x);

        assertThat(n.gradient(y, x).origin()).isEqualTo(y.origin());
    }

    @Test
    void longChainsAreNoDeepRecursion() {
        Value x = n.scalar("x", 1);
        Value y = x;
        for (int i = 0; i < 20_000; i++) {
            y = n.g.add(n.g.sin(y), x);
        }

        assertThat(n.numbers(n.gradient(y, x))).doesNotContain(Double.NaN);
        assertThat(ForwardMode.tangent(n.graph, y, Map.of(x, n.g.one()))).isPresent();
    }

    @Test
    void sharedSubexpressionsAreDerivedOnce() {
        Value x = n.scalar("x", 1);
        Value y = x;
        for (int i = 0; i < 60; i++) {
            y = n.g.multiply(y, y);
        }
        int before = n.graph.values().size();

        n.gradient(y, x);

        assertThat(n.graph.values().size() - before).isLessThan(300);
    }
}
