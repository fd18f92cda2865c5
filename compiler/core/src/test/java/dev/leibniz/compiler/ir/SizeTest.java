package dev.leibniz.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final Size N = Size.symbol("N");
    private static final Size TWO = Size.of(2);

    @Test
    void aQuotientKeepsWhatHasAPolynomialForm() {
        assertThat(N.times(2).plus(7).floorDividedBy(TWO)).isEqualTo(N.plus(3));
        assertThat(N.times(5).minus(Size.of(3)).floorDividedBy(TWO)).hasToString("((N + 1)/2) + 2*N - 2");
    }

    @Test
    void aMultipleOfASumIsDividedByIt() {
        Size t = Size.symbol("T");
        assertThat(N.times(297).plus(891).dividedBy(N.times(9).plus(27))).contains(Size.of(33));
        Size left = N.times(t).times(2).minus(N).plus(3);
        Size right = t.plus(N).minus(Size.of(5));
        assertThat(left.times(right).dividedBy(right)).contains(left);
        assertThat(left.times(right).dividedBy(left)).contains(right);
        assertThat(left.times(right).plus(1).dividedBy(right)).isEmpty();
        assertThat(N.plus(3).dividedBy(N.plus(2))).isEmpty();
        assertThat(Size.ZERO.dividedBy(right)).contains(Size.ZERO);
        assertThat(N.times(N).times(4_000_000_000L).dividedBy(N.plus(4_000_000_000L)))
                .isEmpty();
        Size named = Size.symbol("isqrt");
        Size root = N.squareRoot();
        Size odd = Size.ONE.minus(named).minus(root);
        assertThat(root.times(root).plus(1).times(odd).dividedBy(odd))
                .contains(root.times(root).plus(1));
    }

    @Test
    void equalQuotientsAreEqualSizes() {
        assertThat(N.plus(3).floorDividedBy(TWO))
                .isEqualTo(N.plus(1).floorDividedBy(TWO).plus(1))
                .isEqualTo(N.minus(Size.ONE).floorDividedBy(TWO).plus(2));
    }

    @Test
    void aQuotientIsRoundedDown() {
        for (long n = 1; n < 10; n++) {
            long extent = n;
            Size quotient = N.minus(Size.of(8)).floorDividedBy(Size.of(3));
            assertThat(quotient.evaluate(name -> extent)).isEqualTo(Math.floorDiv(extent - 8, 3));
        }
    }

    @Test
    void aQuotientOfWhatIsNotNegativeIsNotNegative() {
        Size windows = N.plus(-1).floorDividedBy(TWO);
        assertThat(windows.isNeverNegative()).isTrue();
        assertThat(windows.plus(-1).isNeverNegative()).isFalse();
    }

    @Test
    void aProductWithAQuotientPrintsWithParentheses() {
        assertThat(N.floorDividedBy(TWO).times(3).toString()).isEqualTo("3*(N/2)");
    }

    @Test
    void aSquareRootIsRoundedDown() {
        Size root = N.times(N).plus(3).squareRoot();
        assertThat(root).hasToString("isqrt(N*N + 3)");
        assertThat(root.isNeverNegative()).isTrue();
        for (long n = 1; n < 10; n++) {
            Size fixed = Size.of(n);
            long expected = n == 1 ? 2 : n;
            assertThat(root.evaluate(name -> fixed.constant())).isEqualTo(expected);
            assertThat(root.substitute("N", fixed)).isEqualTo(Size.of(expected));
        }
    }

    @Test
    void theLargestOfSizesIsAFormulaOnlyIfNoneIsAlwaysLargest() {
        Size t = Size.symbol("T");
        assertThat(Size.largest(List.of())).isEqualTo(Size.ZERO);
        assertThat(Size.largest(List.of(N, N.times(t), Size.ONE))).isEqualTo(N.times(t));
        assertThat(Size.largest(List.of(N, t))).isEqualTo(Size.largest(List.of(t, N, t)));
        assertThat(Size.largest(List.of(N, t)).times(4).plus(2)).hasToString("max(4*T, 4*N) + 2");
        assertThat(Size.largest(List.of(N, t, N.plus(t).plus(-5)))).hasToString("max(T, max(N + T - 5, N))");
    }

    @Test
    void theLargestOfSizesHasTheirLargestValue() {
        Size largest = Size.largest(List.of(N.times(3), Size.symbol("T").plus(1)));
        assertThat(largest.evaluate(name -> name.equals("N") ? 2 : 4)).isEqualTo(6);
        assertThat(largest.evaluate(name -> name.equals("N") ? 2 : 9)).isEqualTo(10);
        assertThat(largest.substitute("T", Size.of(8))).hasToString("max(9, 3*N)");
        assertThat(largest.substitute("N", Size.of(3)).substitute("T", Size.of(8)))
                .isEqualTo(Size.of(9));
        assertThat(largest.symbols()).containsExactly("N", "T");
        assertThat(largest.isNeverNegative()).isTrue();
        assertThat(largest.times(-1).isNeverNegative()).isFalse();
    }
}
