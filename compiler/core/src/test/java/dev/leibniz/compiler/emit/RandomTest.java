package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Workers;
import dev.leibniz.runtime.random.Draws;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTest {
    /** The state keeps what was drawn in the last step. */
    private static final String DRAWING = """
            package t;
            network Net {
              size N;
              input x: float[N];
              param w: float = 1;
              state first: float[50] = 0;
              state second: float[50] = 0;
              state third: float[50] = 0;
              next first = uniform([50]);
              next second = uniform([50]);
              next third = normal([50]);
              output y = x + uniform([N]);
              loss sum(w * x);
              train sgd(rate = 0);
            }
            """;

    private static final String DROPPING = """
            package t;
            network Net {
              size N;
              input x: float[N, 40];
              output y = x |> dense(30) |> dropout(0.25) |> dense(1);
              loss mean(y * y);
              train adam(rate = 0.01);
            }
            """;

    private static final int[] ONE = {1};

    private static int[] key(long seed, long round) {
        int[] key = new int[Draws.KEY];
        Draws.key(key, seed, round);
        return key;
    }

    private static Model.Training step(Model model, int count) {
        Model.Training training = model.training(1);
        Object x = model.isDouble() ? new double[1] : new float[1];
        for (int k = 0; k < count; k++) {
            training.step(new Object[] {x}, ONE);
        }
        return training;
    }

    @Test
    void generatedCodeDrawsWhatTheInterpreterDraws() throws Exception {
        Model floats = Generated.of(DRAWING).model(7);
        Model doubles = Generated.inDouble(DRAWING).model(7);
        step(floats, 3);
        step(doubles, 3);
        float[] inFloat = (float[]) floats.states();
        double[] inDouble = (double[]) doubles.states();

        for (int i = 0; i < 50; i++) {
            assertThat((double) inFloat[i]).isEqualTo(inDouble[i]).isEqualTo(Draws.uniform(key(7, 2), 0, 0, i));
            assertThat((double) inFloat[50 + i])
                    .isEqualTo(inDouble[50 + i])
                    .isEqualTo(Draws.uniform(key(7, 2), 0, 1, i));
            assertThat(inDouble[100 + i]).isEqualTo(Draws.normal(key(7, 2), 0, 2, i));
            assertThat(inFloat[100 + i]).isEqualTo((float) inDouble[100 + i]);
        }
    }

    @Test
    void eachStepDrawsAnewAndASeedDecides() throws Exception {
        Generated generated = Generated.of(DRAWING);
        float[] once = states(generated.model(7), 1);
        float[] twice = states(generated.model(7), 2);
        Model other = generated.model(8);
        float[] otherSeed = states(other, 1);
        other.setDraws(7, 0);
        float[] chosen = states(other, 1);

        assertThat(twice).isNotEqualTo(once);
        assertThat(otherSeed).isNotEqualTo(once);
        assertThat(chosen).isEqualTo(once);
        assertThat(states(generated.model(7), 1)).isEqualTo(once);
    }

    private static float[] states(Model model, int steps) {
        step(model, steps);
        return ((float[]) model.states()).clone();
    }

    @Test
    void betweenStepsNothingChanges() throws Exception {
        Model model = Generated.of(DRAWING).model(7);
        float[] y = {0};
        float[] again = {0};

        model.predict(new Object[] {new float[1]}, ONE, new Object[] {y});
        model.predict(new Object[] {new float[1]}, ONE, new Object[] {again});
        assertThat(again).isEqualTo(y);
        step(model, 1);
        model.predict(new Object[] {new float[1]}, ONE, new Object[] {again});
        assertThat(again).isNotEqualTo(y);
    }

    @Test
    void dropoutScalesWhatItKeepsAndIsTheIdentityInPrediction() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  input x: float[20000];
                  param w: float = 1;
                  state dropped: float[20000] = 0;
                  y = x * w |> dropout(0.2);
                  next dropped = y;
                  output z = y;
                  loss sum(y);
                  train sgd(rate = 0);
                }
                """).model(1);
        float[] x = new float[20000];
        Arrays.fill(x, 2);
        float[] z = new float[20000];
        int[] none = {};

        model.predict(new Object[] {x}, none, new Object[] {z});
        assertThat(z).isEqualTo(x);
        float[] gradient = {0};
        double loss = model.lossAndGradient(new Object[] {x}, none, gradient);
        model.training(none).step(new Object[] {x}, none);
        float[] dropped = (float[]) model.states();
        int zeros = 0;
        for (float value : dropped) {
            assertThat(value).isIn(0f, 2.5f);
            zeros += value == 0 ? 1 : 0;
        }
        assertThat(zeros / 20000.0).isCloseTo(0.2, within(0.01));
        assertThat(loss).isCloseTo(2.5 * (20000 - zeros), within(1.0));
        assertThat((double) gradient[0]).isCloseTo(loss, within(1.0));
    }

    /** The states keep what two dropouts of ones made in the last step. */
    private static final String MASKS = """
            package t;
            network Net {
              input x: float[10000];
              param w: float = 1;
              state first: float[10000] = 0;
              state second: float[10000] = 0;
              a = x |> dropout(RATE);
              b = x |> dropout(RATE);
              next first = a;
              next second = b;
              loss sum(w * a + b);
              train sgd(rate = 0);
            }
            """;

    /** The masks of both dropouts in some steps, minus their mean 1. */
    private static double[][] masks(double rate, int steps) throws Exception {
        Model model = Generated.of(MASKS.replace("RATE", Double.toString(rate))).model(3);
        Model.Training training = model.training();
        float[] ones = new float[10000];
        Arrays.fill(ones, 1);
        double[][] masks = new double[2 * steps][10000];
        for (int step = 0; step < steps; step++) {
            training.step(new Object[] {ones}, new int[0]);
            float[] states = (float[]) model.states();
            for (int i = 0; i < states.length; i++) {
                masks[2 * step + i / 10000][i % 10000] = states[i] - 1;
            }
        }
        return masks;
    }

    private static double meanProduct(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum() / a.length;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void dropoutKeepsTheMeanAndAllItsMasksAreIndependent(double rate) throws Exception {
        double[][] masks = masks(rate, 3);
        double variance = rate / (1 - rate);
        double deviation = variance / Math.sqrt(10000);

        for (int a = 0; a < masks.length; a++) {
            double mean = Arrays.stream(masks[a]).average().orElseThrow();
            assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / 10000)));
            assertThat(meanProduct(masks[a], masks[a])).isCloseTo(variance, within(0.1 * Math.max(1, variance)));
            for (int b = 0; b < a; b++) {
                assertThat(meanProduct(masks[a], masks[b])).as(a + " and " + b).isCloseTo(0, within(5 * deviation));
            }
            double[] neighbours = Arrays.copyOfRange(masks[a], 1, masks[a].length + 1);
            assertThat(meanProduct(masks[a], neighbours)).isCloseTo(0, within(5 * deviation));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void rowsAreDrawnAlikeByEachNumberOfThreads(int threads) throws Exception {
        Generated generated = Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N, 7];
                  output u = x + uniform([N, 7]);
                  output n = x + normal([N, 7]);
                }
                """);
        int elements = 7 * 1001;
        Workers workers = Workers.of(threads);
        int[] key = key(5, 2);
        List<Method> drawing = Arrays.stream(
                        generated.classes().loadClass("t.NetKernels").getMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(int[].class))
                .toList();
        assertThat(drawing).hasSize(2);
        Constructor<?> constructor =
                generated.classes().loadClass("t.NetScalarKernels").getDeclaredConstructor();
        constructor.setAccessible(true);
        Object kernels = constructor.newInstance();
        for (Method kernel : drawing) {
            kernel.setAccessible(true);
            float[] whole = new float[elements];
            float[] split = new float[elements];
            kernel.invoke(kernels, whole, 0, key, 0, 1001, 0, elements);
            Workers.Job job = (task, from, to) -> {
                try {
                    kernel.invoke(kernels, split, 0, key, 0, 1001, from, to);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            };
            workers.run(job, 0, elements, 1);
            assertThat(split).isEqualTo(whole);
            assertThat(whole).doesNotContain(0);
        }
        workers.shutdown();
    }

    @Test
    void turnsOfALoopDrawDifferentNumbers() throws Exception {
        Model model = Generated.inDouble("""
                package t;
                network Net {
                  size T;
                  input x: float[T, 3];
                  scan t in 0..T with h = zeros([3]) {
                    h = h + 0 * x[t] + uniform([3]);
                    collect uniform([3]) as us;
                  }
                  for i in 0..1 { other = normal([2]); }
                  output y = us;
                }
                """).model(5);
        double[] y = new double[12];
        model.predict(new Object[] {new double[12]}, new int[] {4}, new Object[] {y});

        for (int i = 0; i < 12; i++) {
            assertThat(y[i]).isEqualTo(Draws.uniform(key(5, 0), 0, 1, i));
        }
    }

    @Test
    void trainingWithDropoutGoesOnBitForBitAfterLoading(@TempDir Path folder) throws Exception {
        Generated generated = Generated.of(DROPPING);
        Model first = generated.model(1);
        Model second = generated.model(2);

        Resumption.train(first, second, folder);

        assertThat((float[]) second.parameters()).isEqualTo((float[]) first.parameters());
    }
}
