package dev.leibniz.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;

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
}
