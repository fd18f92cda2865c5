package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pooling, whose windows are read and written every second element, on vectors of any length beside rows of any length. */
class PoolingTest {
    private static final int N = 3;

    private static String network(String pool, int height, int width) {
        return """
                package t;
                network Net {
                  size N;
                  input x: float[N, 2, %1$d, %2$d];
                  param w: float[2, %1$d, %2$d] = normal(0, 1);
                  h = x * w |> relu |> %3$s;
                  output y = h;
                  loss mean(h^3);
                  train sgd(rate = 0.1);
                }
                """.formatted(height, width, pool);
    }

    @ParameterizedTest
    @CsvSource({
        "max_pool(2), 2, 2",
        "max_pool(2), 4, 6",
        "max_pool(2), 6, 14",
        "max_pool(2), 28, 28",
        "max_pool(2), 5, 9",
        "max_pool(2), 2, 130",
        "max_pool(3), 9, 27",
        "max_pool(4), 8, 44",
        "'max_pool([1, 2])', 3, 34",
        "'max_pool([2, 1])', 6, 19",
        "'max_pool(3, stride = 2)', 11, 23",
        "'max_pool(2, stride = 1)', 6, 17",
        "'max_pool(3, stride = 2, padding = 1)', 10, 20",
        "avg_pool(2), 6, 14",
        "avg_pool(2), 8, 66",
        "avg_pool(4), 8, 36"
    })
    void floatsOnVectorsComputeWhatPlainDoublesDo(String pool, int height, int width) throws Exception {
        String text = network(pool, height, width);
        Model floats = Generated.of(text).model(1);
        Model doubles = Generated.inDouble(text).model(1);
        Random random = new Random(7);
        double[] x = random.doubles(N * 2L * height * width, -1, 1)
                .map(value -> (float) value)
                .toArray();
        double[] w = random.doubles(2L * height * width, -1, 1)
                .map(value -> (float) value)
                .toArray();
        System.arraycopy(w, 0, doubles.parameters(), 0, w.length);
        System.arraycopy(floats(w), 0, floats.parameters(), 0, w.length);
        double[] expected = new double[w.length];
        float[] gradient = new float[w.length];
        int[] sizes = {N};
        double loss = doubles.lossAndGradient(new Object[] {x}, sizes, expected);

        assertThat(floats.lossAndGradient(new Object[] {floats(x)}, sizes, gradient))
                .isCloseTo(loss, org.assertj.core.api.Assertions.within(1e-5 * Math.abs(loss)));
        for (int i = 0; i < w.length; i++) {
            assertThat(Math.abs(gradient[i] - expected[i]))
                    .as("element %d is %s, expected %s", i, gradient[i], expected[i])
                    .isLessThanOrEqualTo(1e-6 * Math.abs(expected[i]) + 1e-9);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Pairs in which the first wins, the second does, there is a tie, zeros of both signs, NaN in either place or both, and infinities. */
    @Test
    void extremesOfPairs() throws Exception {
        float inf = Float.POSITIVE_INFINITY;
        float nan = Float.NaN;
        float[][] pairs = {
            {2, 1},
            {1, 2},
            {3, 3},
            {0f, -0f},
            {-0f, 0f},
            {nan, 1},
            {1, nan},
            {nan, nan},
            {inf, 1},
            {-inf, -inf},
            {-inf, -1}
        };
        int[] largest = {0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1};
        int[] smallest = {1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0};
        Model model = Generated.of("""
                        package t;
                        network Net {
                          size N;
                          input x: float[N, 37, 2];
                          output largest = argmax(x, axis = 2);
                          output smallest = argmin(x, axis = 2);
                          output high = max(x, axis = 2);
                          output low = min(x, axis = 2);
                        }
                        """).model(1);
        float[] x = new float[37 * 2];
        for (int i = 0; i < 37; i++) {
            System.arraycopy(pairs[i % pairs.length], 0, x, 2 * i, 2);
        }
        int[] atLargest = new int[37];
        int[] atSmallest = new int[37];
        float[] high = new float[37];
        float[] low = new float[37];
        model.predict(new Object[] {x}, new int[] {1}, new Object[] {atLargest, atSmallest, high, low});

        for (int i = 0; i < 37; i++) {
            float[] pair = pairs[i % pairs.length];
            assertThat(atLargest[i]).as("argmax of %s and %s", pair[0], pair[1]).isEqualTo(largest[i % pairs.length]);
            assertThat(atSmallest[i])
                    .as("argmin of %s and %s", pair[0], pair[1])
                    .isEqualTo(smallest[i % pairs.length]);
            assertThat(Float.valueOf(high[i])).isEqualTo(Float.valueOf(Math.max(pair[0], pair[1])));
            assertThat(Float.valueOf(low[i])).isEqualTo(Float.valueOf(Math.min(pair[0], pair[1])));
        }
    }
}
