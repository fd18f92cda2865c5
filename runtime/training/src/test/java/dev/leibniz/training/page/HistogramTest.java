package dev.leibniz.training.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    @Test
    void everyFiniteElementIsInOneBin() {
        Histogram histogram = Histogram.of(new float[] {9, -1, 0, 0.5f, 1, Float.NaN, 9}, 1, 5);

        assertThat(histogram.low()).isEqualTo(-1);
        assertThat(histogram.high()).isEqualTo(1);
        assertThat(histogram.notFinite()).isEqualTo(1);
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(4);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[20]).isEqualTo(1);
        assertThat(histogram.counts()[39]).isEqualTo(1);
    }

    @Test
    void equalElementsAreInTheMiddle() {
        assertThat(Histogram.of(new double[] {3, 3}, 0, 2).counts()[20]).isEqualTo(2);
    }

    @Test
    void theLargestDoublesHaveARangeToo() {
        Histogram histogram = Histogram.of(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE}, 0, 3);

        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[20]).isEqualTo(1);
        assertThat(histogram.counts()[39]).isEqualTo(1);
    }

    @Test
    void withoutFiniteElementsThereIsNoRange() {
        Histogram histogram = Histogram.of(new float[] {Float.POSITIVE_INFINITY}, 0, 1);

        assertThat(histogram.low()).isNaN();
        assertThat(histogram.notFinite()).isEqualTo(1);
    }
}
