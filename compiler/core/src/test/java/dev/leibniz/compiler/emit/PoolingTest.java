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

    /** Windows with ties, zeros of both signs, NaN and infinities: the largest, and where its gradient goes, against a loop by hand. */
    @Test
    void specialNumbersInWindows() throws Exception {
        float[] few = {Float.NaN, 0f, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1, 0.5f, 1};
        int height = 6;
        int width = 18;
        Model model = Generated.of("""
                        package t;
                        network Net {
                          size N;
                          input x: float[N, 2, 6, 18];
                          p = x |> max_pool(2);
                          output largest = p;
                          output picked = grad(sum(p), x);
                        }
                        """).model(1);
        Random random = new Random(3);
        int n = 20;
        float[] x = new float[n * 2 * height * width];
        for (int i = 0; i < x.length; i++) {
            // Few NaN, so that windows without one are many.
            x[i] = few[random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(few.length - 1)];
        }
        float[] largest = new float[x.length / 4];
        float[] picked = new float[x.length];
        model.predict(new Object[] {x}, new int[] {n}, new Object[] {largest, picked});

        for (int window = 0; window < largest.length; window++) {
            int first = window / (width / 2) * 2 * width + window % (width / 2) * 2;
            int[] places = {first, first + 1, first + width, first + width + 1};
            int best = places[0];
            for (int place : places) {
                best = !Float.isNaN(x[best]) && !(x[place] <= x[best]) ? place : best;
            }
            for (int place : places) {
                assertThat(picked[place])
                        .as("gradient at %s of window %s", place, window)
                        .isEqualTo(place == best ? 1 : 0);
            }
            assertThat(largest[window] == x[best] || Float.isNaN(x[best]) && Float.isNaN(largest[window]))
                    .as("window %s is %s", window, largest[window])
                    .isTrue();
        }
    }

    /** The same loop once writes memory of the kernel's own and once what a caller passes, which may be an input. */
    @Test
    void aPredictionIntoItsInput() throws Exception {
        Model model = Generated.of("""
                        package t;
                        network Net {
                          size N;
                          input x: float[N, 9];
                          param w: float[9] = normal(0, 1);
                          param M: float[9, 9] = normal(0, 1);
                          h = x * w * 2;
                          output q = h @ M;
                          g = sum(q, axis = 0);
                          output o = x * g * 2;
                        }
                        """).model(1);
        float[] x = new float[18];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        float[] apart = new float[18];
        model.predict(new Object[] {x.clone()}, new int[] {2}, new Object[] {new float[18], apart});
        model.predict(new Object[] {x}, new int[] {2}, new Object[] {new float[18], x});

        assertThat(x).isEqualTo(apart);
    }
}
