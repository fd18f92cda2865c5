package dev.leibniz.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int N = 100_000;

    private static int[] key(long seed, long round) {
        int[] key = new int[Draws.KEY];
        Draws.key(key, seed, round);
        return key;
    }

    private static double[] uniform(long seed, long round, int number) {
        double[] drawn = new double[N];
        Draws.uniform(drawn, 0, key(seed, round), 0, number, 0, 0, N);
        return drawn;
    }

    private static double[] normal(long seed, long round, int number) {
        double[] drawn = new double[N];
        Draws.normal(drawn, 0, key(seed, round), 0, number, 0, 0, N);
        return drawn;
    }

    private static double mean(double[] values, int power) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }

    private static double meanProduct(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    @Test
    void uniformElementsHaveTheMomentsOfTheUniformDistribution() {
        double[] drawn = uniform(5, 3, 0);

        for (double value : drawn) {
            assertThat(value).isBetween(0.0, 1 - 0x1p-24);
        }
        for (int power = 1; power <= 4; power++) {
            assertThat(mean(drawn, power)).isCloseTo(1.0 / (power + 1), within(0.004));
        }
    }

    @Test
    void normalElementsHaveTheMomentsOfTheNormalDistribution() {
        double[] drawn = normal(5, 3, 0);

        assertThat(mean(drawn, 1)).isCloseTo(0, within(0.01));
        assertThat(mean(drawn, 2)).isCloseTo(1, within(0.02));
        assertThat(mean(drawn, 3)).isCloseTo(0, within(0.04));
        assertThat(mean(drawn, 4)).isCloseTo(3, within(0.1));
    }

    @Test
    void seedsRoundsAndDrawsAreIndependent() {
        double[] drawn = normal(5, 3, 0);

        assertThat(meanProduct(drawn, normal(6, 3, 0))).isCloseTo(0, within(0.012));
        assertThat(meanProduct(drawn, normal(5 + (1L << 32), 3, 0))).isCloseTo(0, within(0.012));
        assertThat(meanProduct(drawn, normal(5, 4, 0))).isCloseTo(0, within(0.012));
        assertThat(meanProduct(drawn, normal(5, 3, 1))).isCloseTo(0, within(0.012));
    }

    @Test
    void neighbouringElementsAreIndependent() {
        double[] drawn = normal(5, 3, 0);
        double[] next = new double[N];
        System.arraycopy(drawn, 1, next, 0, N - 1);

        assertThat(meanProduct(drawn, next)).isCloseTo(0, within(0.012));
    }

    @Test
    void anElementIsTheSameHoweverItsTensorIsSplit() {
        int[] key = key(-7, 9);
        float[] whole = new float[103];
        Draws.uniform(whole, 0, key, 0, 4, 6, 0, 103);
        float[] parts = new float[110];
        for (int from = 0; from < 103; from += 9) {
            Draws.uniform(parts, 7, key, 0, 4, 6, from, Math.min(103, from + 9));
        }

        for (int i = 0; i < 103; i++) {
            assertThat(parts[7 + i]).isEqualTo(whole[i]).isEqualTo(Draws.uniform(key, 0, 4, 6 + i));
        }
    }

    @Test
    void floatsAndDoublesAreTheSameNumbers() {
        int[] key = key(1, 1);
        float[] floats = new float[50];
        double[] doubles = new double[50];
        Draws.uniform(floats, 0, key, 0, 0, 0, 0, 50);
        Draws.uniform(doubles, 0, key, 0, 0, 0, 0, 50);
        for (int i = 0; i < 50; i++) {
            assertThat((double) floats[i]).isEqualTo(doubles[i]);
        }

        Draws.normal(floats, 0, key, 0, 0, 0, 0, 50);
        Draws.normal(doubles, 0, key, 0, 0, 0, 0, 50);
        for (int i = 0; i < 50; i++) {
            assertThat(floats[i]).isEqualTo((float) doubles[i]);
        }
    }
}
