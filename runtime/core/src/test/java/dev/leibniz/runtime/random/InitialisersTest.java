package dev.leibniz.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialisersTest {
    private static final int N = 20_000;

    /** What fills part of an array. */
    @FunctionalInterface
    private interface Filler {
        void fill(double[] array, int offset, int length);
    }

    private record Moments(String name, Filler filler, double mean, double deviation, double bound) {}

    private static final Moments[] MOMENTS = {
        new Moments("uniform", (a, o, n) -> Initialisers.uniform(a, o, n, -1, 3, 1, 2), 1, 4 / Math.sqrt(12), 3),
        new Moments("normal", (a, o, n) -> Initialisers.normal(a, o, n, 2, 0.5, 1, 2), 2, 0.5, 5),
        new Moments(
                "glorotUniform",
                (a, o, n) -> Initialisers.glorotUniform(a, o, n, 20, 30, 1, 2),
                0,
                Math.sqrt(2 / 50.0),
                Math.sqrt(6 / 50.0)),
        new Moments(
                "glorotNormal",
                (a, o, n) -> Initialisers.glorotNormal(a, o, n, 20, 30, 1, 2),
                0,
                Math.sqrt(2 / 50.0),
                2),
        new Moments(
                "heUniform",
                (a, o, n) -> Initialisers.heUniform(a, o, n, 20, 30, 1, 2),
                0,
                Math.sqrt(2 / 20.0),
                Math.sqrt(6 / 20.0)),
        new Moments("heNormal", (a, o, n) -> Initialisers.heNormal(a, o, n, 20, 30, 1, 2), 0, Math.sqrt(2 / 20.0), 2),
        new Moments("constant", (a, o, n) -> Initialisers.constant(a, o, n, 3), 3, 0, 3)
    };

    @Test
    void momentsAndBoundsAreThoseOfTheFormulas() {
        for (Moments each : MOMENTS) {
            double[] values = new double[N];
            each.filler.fill(values, 0, N);
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).as(each.name).isCloseTo(each.mean, within(0.03 * (each.deviation + 1e-9)));
            assertThat(Math.sqrt(variance))
                    .as(each.name)
                    .isCloseTo(each.deviation, within(0.02 * each.deviation + 1e-9));
            assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow())
                    .as(each.name)
                    .isLessThanOrEqualTo(each.bound);
        }
    }

    @Test
    void nothingOutsideTheRangeIsTouchedAndTheOffsetDoesNotMatter() {
        for (Moments each : MOMENTS) {
            double[] first = new double[10];
            double[] moved = new double[20];
            each.filler.fill(first, 0, 10);
            each.filler.fill(moved, 5, 10);
            assertThat(Arrays.copyOfRange(moved, 5, 15)).as(each.name).isEqualTo(first);
            assertThat(Arrays.copyOf(moved, 5)).containsOnly(0);
            assertThat(Arrays.copyOfRange(moved, 15, 20)).containsOnly(0);
        }
    }

    @Test
    void floatsAreTheRoundedDoubles() {
        float[] floats = new float[100];
        double[] doubles = new double[100];
        Initialisers.glorotUniform(floats, 0, 100, 3, 4, 5, 6);
        Initialisers.glorotUniform(doubles, 0, 100, 3, 4, 5, 6);
        assertRounded(floats, doubles);
        Initialisers.heNormal(floats, 0, 100, 3, 4, 5, 6);
        Initialisers.heNormal(doubles, 0, 100, 3, 4, 5, 6);
        assertRounded(floats, doubles);
        Initialisers.orthogonal(floats, 0, 10, 10, 2, 5, 6);
        Initialisers.orthogonal(doubles, 0, 10, 10, 2, 5, 6);
        assertRounded(floats, doubles);
    }

    @Test
    void orthogonalMatricesHaveOrthonormalRowsOrColumns() {
        for (int[] size : new int[][] {{1, 1}, {5, 5}, {3, 8}, {8, 3}, {40, 64}}) {
            int rows = size[0];
            int columns = size[1];
            double gain = 1.5;
            double[] q = new double[rows * columns + 2];
            Initialisers.orthogonal(q, 1, rows, columns, gain, 9, 9);
            int count = Math.min(rows, columns);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    double dot = 0;
                    for (int k = 0; k < Math.max(rows, columns); k++) {
                        dot += rows < columns
                                ? q[1 + i * columns + k] * q[1 + j * columns + k]
                                : q[1 + k * columns + i] * q[1 + k * columns + j];
                    }
                    assertThat(dot).isCloseTo(i == j ? gain * gain : 0, within(1e-12));
                }
            }
            assertThat(q[0]).isZero();
            assertThat(q[q.length - 1]).isZero();
        }
    }

    @Test
    void theFactorHasAPositiveDiagonal() {
        double[] normal = new double[8 * 3];
        double[] q = new double[8 * 3];
        Initialisers.normal(normal, 0, 24, 0, 1, 9, 9);
        Initialisers.orthogonal(q, 0, 8, 3, 1, 9, 9);
        for (int i = 0; i < 3; i++) {
            double diagonal = 0;
            for (int k = 0; k < 8; k++) {
                diagonal += q[k * 3 + i] * normal[k * 3 + i];
            }
            assertThat(diagonal).isPositive();
        }
    }

    private static void assertRounded(float[] floats, double[] doubles) {
        for (int i = 0; i < floats.length; i++) {
            assertThat(floats[i]).isEqualTo((float) doubles[i]);
        }
    }
}
