package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Updates while the backward pass runs give the bits of updates after it. */
class SweepTest {
    private static final int ROWS = 3;

    private static String network(String statements, String rule) {
        return """
                package t;
                optimizer normed(rate) { next w = w - rate * g / sqrt(sum(g^2) + 1); }
                optimizer lagging(rate) {
                  state last = 0;
                  state before = 0;
                  next last = g;
                  next before = w;
                  next w = w - rate * (g + last + before);
                }
                network Large {
                  size N;
                  input x: float[N, 300];
                  param tied: float[300, 300] = normal(0, 0.06);
                  %s
                  output y = h;
                  loss mean(h^2);
                  train %s;
                }
                """.formatted(statements, rule);
    }

    private static final String LAYERS = """
            h = x @ tied |> relu |> batch_norm |> dropout(0.2) |> dense(300) |> tanh |> dense(300) |> tanh;
            h = h @ tied |> dense(7);
            """;

    private static final String ROLLED = """
            h = x @ tied |> dense(100);
            for i in 0..9 { h = h + tanh(h |> dense(100)); }
            """;

    private static float[] batch(int seed) {
        Random random = new Random(seed);
        float[] batch = new float[ROWS * 300];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (float) random.nextGaussian();
        }
        return batch;
    }

    @Test
    void plainDescentIsThatOfTheWholeGradient() throws Exception {
        for (String layers : new String[] {LAYERS, ROLLED}) {
            Generated generated = Generated.of(network(layers, "sgd(rate = 0.5)"));
            assertThat(generated.text("LargeBackward")).contains("trainer.update(");
            Model model = generated.model(1);
            Model.Training training = model.training(ROWS);
            float[] parameters = (float[]) model.parameters();
            for (int step = 0; step < 4; step++) {
                Object[] inputs = {batch(step)};
                float[] expected = new float[parameters.length];
                double loss = model.lossAndGradient(inputs, new int[] {ROWS}, expected);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = parameters[i] - 0.5f * expected[i];
                }

                assertThat(training.step(inputs, new int[] {ROWS})).isEqualTo(loss);
                assertThat(Arrays.mismatch(parameters, expected)).isEqualTo(-1);
            }
        }
    }

    @Test
    void rulesThatLookAtWholeTensorsSeeThemWhole() throws Exception {
        Model model = Generated.of(network(LAYERS, "normed(rate = 0.5)")).model(1);
        float[] parameters = (float[]) model.parameters();
        float[] gradient = new float[parameters.length];
        Object[] inputs = {batch(0)};
        model.lossAndGradient(inputs, new int[] {ROWS}, gradient);
        double[] expected = new double[parameters.length];
        for (Parameter tensor : model.parameterList()) {
            int from = tensor.offset();
            double squares = 1;
            for (int i = from; i < from + tensor.length(); i++) {
                squares += (double) gradient[i] * gradient[i];
            }
            for (int i = from; i < from + tensor.length(); i++) {
                expected[i] = parameters[i] - 0.5 * gradient[i] / Math.sqrt(squares);
            }
        }

        model.training(ROWS).step(inputs, new int[] {ROWS});

        for (int i = 0; i < expected.length; i++) {
            assertThat((double) parameters[i]).isEqualTo(expected[i], within(1e-6));
        }
    }

    @Test
    void statesMayKeepWhatTheStepChanges() throws Exception {
        Model model = Generated.of(network(ROLLED, "lagging(rate = 0.25)")).model(1);
        Model.Training training = model.training(ROWS);
        float[] parameters = (float[]) model.parameters();
        float[] last = new float[parameters.length];
        float[] before = new float[parameters.length];
        for (int step = 0; step < 3; step++) {
            Object[] inputs = {batch(step)};
            float[] gradient = new float[parameters.length];
            model.lossAndGradient(inputs, new int[] {ROWS}, gradient);
            float[] expected = parameters.clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= 0.25f * (gradient[i] + last[i] + before[i]);
            }
            last = gradient;
            before = parameters.clone();

            training.step(inputs, new int[] {ROWS});

            assertThat(Arrays.mismatch(parameters, expected)).isEqualTo(-1);
        }
    }

    @Test
    void smallNetworksAreUpdatedInOneGo() throws Exception {
        Generated generated = Generated.of("""
                package t;
                network Large {
                  size N;
                  input x: float[N, 3];
                  h = x |> dense(4) |> tanh |> dense(2);
                  output y = h;
                  loss mean(h^2);
                  train sgd(rate = 0.1);
                }
                """);

        assertThat(generated.text("LargeBackward")).doesNotContain("trainer");
    }
}
