package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.roll.Rolling;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of very many layers: as much code as those of few, which the JVM takes, and right gradients. */
final class DepthTest {
    private static final int ROWS = 4;

    private static SourceFile blocks(int count) {
        return new SourceFile("Net.nn", """
                package t;
                network Net {
                  size N;
                  input x: float[N, 4];
                  input y: int[N] in 0..3;
                  h = x;
                  for block in 0..%d {
                    h = h + (h |> layer_norm |> dense(6) |> gelu |> dense(4));
                  }
                  logits = h |> dense(3);
                  output p = softmax(logits);
                  loss mean(cross_entropy(logits, y));
                  train sgd(rate = 0.0001);
                }
                """.formatted(count));
    }

    private static CompiledNetwork compiled(int count) {
        CompileRequest request = CompileRequest.of(blocks(count), CompileOptions.DEFAULTS);
        return new LeibnizCompiler().networks(request).get(0);
    }

    private static int characters(CompiledNetwork network) {
        return network.files().stream().mapToInt(file -> file.text().length()).sum();
    }

    @Test
    void codeDoesNotGrowWithDepth() {
        int few = characters(compiled(10));

        assertThat(characters(compiled(100))).isLessThan(few * 11 / 10);
        assertThat(characters(compiled(1000))).isLessThan(few * 11 / 10);
    }

    @Test
    void aThousandBlocksTrain() {
        CompiledNetwork network = compiled(1000);
        Model model =
                InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()).initialise(network.className(), 1);
        Random random = new Random(2);
        float[] x = new float[ROWS * 4];
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) random.nextGaussian();
        }
        Object[] batch = {x, new int[] {0, 1, 2, 1}};
        int[] sizes = {ROWS};
        Model.Training training = model.training(sizes);

        double first = training.step(batch, sizes);
        double last = first;
        for (int step = 0; step < 20; step++) {
            last = training.step(batch, sizes);
        }

        assertThat(model.parameterList()).hasSize(6 * 1000 + 2);
        assertThat(last).isLessThan(first * 0.9);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void gradientsAreRight(int count) {
        Network turns = Stages.elaborate(blocks(count), true);
        Network network = Rolling.roll(List.of(turns)).get(0);
        GradientReport report = new GradientChecker(network, network.loss().orElseThrow(), 60).check(Map.of(), 3);

        assertThat(report.rows()).hasSize(9).allMatch(row -> row.relativeError() < 1e-5);
    }
}
