package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
    private static final String MEANS = """
            package t;
            network Means {
              size N;
              input x: float[N, 2];
              param w: float[2] = ones();
              state mean: float[2] = 0.5;
              state untouched: float = 7;
              next mean = 0.5 * mean + 0.5 * (sum(x, axis = 0) / N);
              output y = x * w - mean;
              loss sum(w * mean) + (training ? 0 : 100);
              train sgd(rate = 0);
            }
            """;

    private static final int[] ROWS = {2};

    private static Object[] batch() {
        return new Object[] {new float[] {1, 2, 3, 6}};
    }

    @Test
    void aStateChangesAfterATrainingStepAndByNothingElse() throws Exception {
        Model model = Generated.of(MEANS).model(1);
        float[] states = (float[]) model.states();
        float[] y = new float[4];
        assertThat(states).containsExactly(0.5f, 0.5f, 7);

        model.predict(batch(), ROWS, new Object[] {y});
        assertThat(model.evaluate(batch(), ROWS)).containsExactly(101);
        assertThat(model.lossAndGradient(batch(), ROWS, new float[2])).isEqualTo(1);
        assertThat(y).containsExactly(0.5f, 1.5f, 2.5f, 5.5f);
        assertThat(states).containsExactly(0.5f, 0.5f, 7);

        assertThat(model.training(2).step(batch(), ROWS)).isEqualTo(1);
        assertThat(states).containsExactly(1.25f, 2.25f, 7);
    }

    @Test
    void whatBeginsInfiniteOrAsNoNumberDoesSo() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N];
                  state least: float[2] = 1.0 / 0;
                  state none: float = 0.0 / 0;
                  param w: float[2] = constant(-1.0 / 0);
                  next least = min(least, sum(x));
                  output y = x * w[0];
                  loss sum(x);
                  train sgd(rate = 0);
                }
                """).model(1);
        assertThat((float[]) model.states())
                .containsExactly(Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN);
        assertThat((float[]) model.parameters()).containsOnly(Float.NEGATIVE_INFINITY);

        model.training(2).step(new Object[] {new float[] {1, 2}}, ROWS);
        assertThat((float[]) model.states()).startsWith(3, 3);
    }

    @Test
    void statesHavePathsShapesAndOffsetsLikeParameters() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N, 3, 5];
                  h = x |> batch_norm;
                  for i in 0..2 { h = h |> dense(5) |> batch_norm; state turns = i; next turns = turns + 1; }
                  output y = h;
                }
                """).model(1);

        assertThat(model.stateList())
                .containsExactly(
                        new Parameter("h.mean", List.of(3), 0),
                        new Parameter("h.variance", List.of(3), 3),
                        new Parameter("h[0].batch_norm.mean", List.of(3), 6),
                        new Parameter("h[0].batch_norm.variance", List.of(3), 9),
                        new Parameter("turns[0]", List.of(), 12),
                        new Parameter("h[1].batch_norm.mean", List.of(3), 13),
                        new Parameter("h[1].batch_norm.variance", List.of(3), 16),
                        new Parameter("turns[1]", List.of(), 19));
        assertThat((float[]) model.states())
                .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void trainingWithStatesGoesOnBitForBitAfterLoading(@TempDir Path folder) throws Exception {
        Generated generated = Generated.of(Programs.named("states").text());
        Model first = generated.model(1);
        Model second = generated.model(2);

        Resumption.train(first, second, folder);

        assertThat((float[]) second.parameters()).isEqualTo((float[]) first.parameters());
        assertThat((float[]) second.states()).isEqualTo((float[]) first.states());
    }

    @Test
    void aFileWithAStateThatTheNetworkLacksIsRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("means.safetensors");
        Generated.of(MEANS).model(1).training(1).save(file);
        Model.Training other = Generated.of(MEANS.replaceAll("state untouched.*\n", ""))
                .model(1)
                .training(1);

        assertThatThrownBy(() -> other.load(file)).hasMessageContaining("tensor untouched in means.safetensors");
    }

    @Test
    void runningStatisticsFollowTheRulesOfPyTorch() throws Exception {
        Model model = Generated.inDouble("""
                package t;
                network Net {
                  size N;
                  input x: float[N, 1];
                  output y = x |> batch_norm(momentum = 0.25, epsilon = 0);
                  loss sum(y);
                  train sgd(rate = 0);
                }
                """).model(1);
        double[] y = new double[2];

        model.training(4).step(new Object[] {new double[] {1, 3, 5, 7}}, new int[] {4});
        model.predict(new Object[] {new double[] {1, 4}}, new int[] {2}, new Object[] {y});

        // The batch has the mean 4 and the variances 5 (of all) and 20/3 (unbiased).
        double deviation = Math.sqrt(0.75 + 0.25 * 20 / 3);
        assertThat((double[]) model.states()).containsExactly(new double[] {1, 0.75 + 0.25 * 20 / 3}, within(1e-15));
        assertThat(y).containsExactly(new double[] {0, 3 / deviation}, within(1e-15));
    }

    @Test
    void aBatchOfOneValueAChannelLeavesTheVarianceFinite() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N, 2];
                  output y = x |> batch_norm;
                  loss sum(y);
                  train sgd(rate = 0);
                }
                """).model(1);

        model.training(1).step(new Object[] {new float[] {1, 3}}, new int[] {1});

        assertThat((float[]) model.states()).containsExactly(new float[] {0.1f, 0.3f, 0.9f, 0.9f}, within(1e-6f));
    }
}
