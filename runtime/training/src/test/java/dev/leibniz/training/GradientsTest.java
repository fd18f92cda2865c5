package dev.leibniz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class GradientsTest {
    @Test
    void normsAreNeitherTooLargeNorTooSmallForTheirSquares() {
        assertThat(Gradients.norm(new float[] {3, -4})).isEqualTo(5);
        assertThat(Gradients.norm(new float[] {3e38f, 3e38f})).isCloseTo(4.2426e38, offset(1e35));
        assertThat(Gradients.norm(new double[] {3e200, -4e200})).isCloseTo(5e200, offset(1e185));
        assertThat(Gradients.norm(new double[] {3e-200, -4e-200})).isCloseTo(5e-200, offset(1e-215));
        assertThat(Gradients.norm(new double[] {0, 0})).isZero();
        assertThat(Gradients.norm(new double[0])).isZero();
    }

    @Test
    void largeGradientsKeepTheirDirection() {
        double[] gradient = {30, -40};
        Gradients.clip(gradient, Double.POSITIVE_INFINITY, 1);
        assertThat(gradient[0]).isCloseTo(0.6, offset(1e-15));
        assertThat(gradient[1]).isCloseTo(-0.8, offset(1e-15));
    }

    @Test
    void smallGradientsStay() {
        float[] gradient = {0.3f, -0.4f, -0.0f};
        Gradients.clip(gradient, 1, 1);
        assertThat(gradient).containsExactly(0.3f, -0.4f, -0.0f);
    }

    @Test
    void valuesAreClippedBeforeTheNorm() {
        float[] gradient = {100, 1, Float.NEGATIVE_INFINITY};
        Gradients.clip(gradient, 2, 3);
        assertThat(gradient).containsExactly(2, 1, -2);
    }

    @Test
    void nanStaysToBeFound() {
        float[] gradient = {Float.NaN, 1};
        Gradients.clip(gradient, 1, 0.5);
        assertThat(gradient[0]).isNaN();
    }

    @Test
    void meansAreOverAllRows() {
        // 6 rows with a mean of 3, then 2 rows with a mean of 7.
        double[] mean = {-1};
        Gradients.join(mean, 0, new double[] {3}, 6);
        assertThat(mean).containsExactly(3);
        Gradients.join(mean, 6, new double[] {7}, 2);
        assertThat(mean).containsExactly(4);
    }

    @Test
    void meansOfEqualNumbersAreThatNumber() {
        float[] mean = {0.1f};
        for (int rows = 1; rows < 100; rows++) {
            Gradients.join(mean, rows, new float[] {0.1f}, 3);
        }
        assertThat(mean).containsExactly(0.1f);
    }

    @Test
    void aNumberThatIsNotFiniteIsFoundWhereverItIs() {
        for (int length = 1; length < 20; length++) {
            for (int at = 0; at < length; at++) {
                float[] floats = new float[length];
                double[] doubles = new double[length];
                assertThat(Gradients.isFinite(floats) && Gradients.isFinite(doubles))
                        .isTrue();
                floats[at] = Float.NEGATIVE_INFINITY;
                doubles[at] = Double.NaN;
                assertThat(Gradients.isFinite(floats) || Gradients.isFinite(doubles))
                        .isFalse();
            }
        }
    }

    @Test
    void numbersWhoseSumIsTooLargeAreFinite() {
        assertThat(Gradients.isFinite(new float[] {3e38f, 3e38f, 3e38f, -1, 3e38f}))
                .isTrue();
        assertThat(Gradients.isFinite(new double[] {1e308, 1e308, 1e308, -1, 1e308}))
                .isTrue();
        assertThat(Gradients.isFinite(new float[] {3e38f, 3e38f, Float.NaN})).isFalse();
        assertThat(Gradients.isFinite(new double[] {1e308, 1e308, Double.POSITIVE_INFINITY}))
                .isFalse();
    }
}
