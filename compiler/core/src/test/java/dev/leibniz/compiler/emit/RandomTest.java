package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.random.Draws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        java.util.Arrays.fill(x, 2);
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
        int[] sizes = {6};
        Model first = generated.model(1);
        Object[] inputs = Batch.of(first, sizes).inputs();
        Model.Training training = first.training(sizes);
        training.step(inputs, sizes);
        Path file = folder.resolve("net.safetensors");
        training.save(file);
        training.step(inputs, sizes);
        training.step(inputs, sizes);

        Model second = generated.model(2);
        Model.Training resumed = second.training(sizes);
        resumed.load(file);
        resumed.step(inputs, sizes);
        resumed.step(inputs, sizes);

        assertThat((float[]) second.parameters()).isEqualTo((float[]) first.parameters());
    }
}
