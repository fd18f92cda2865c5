package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.CompiledNetwork;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.InMemoryJavac;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What networks as a whole promise: several sizes, losses, metrics, hypers, rules, and networks in a file. */
class WholeNetworksTest {
    private static final String TWO_SIZES = """
            package t;
            network Net {
              precision double;
              size N;
              size T;
              input x: float[N, T, 3];
              input label: int[N] in 0..2;
              h = x |> gru(4) |> layer_norm |> transformer_block(2, 5);
              logits = mean(h, axis = 1) |> dense(2);
              output p = softmax(logits);
              output steps = h;
              loss mean(cross_entropy(logits, label));
              train adam(rate = 0.05);
            }
            """;

    /** A call's inputs: element i of x is sin(i), of label i mod 2. */
    private static Object[] sequences(int n, int t) {
        return new Object[] {
            IntStream.range(0, n * t * 3).mapToDouble(Math::sin).toArray(),
            IntStream.range(0, n).map(i -> i % 2).toArray()
        };
    }

    private static double[] predict(Model model, int n, int t) {
        double[] p = new double[n * 2];
        model.predict(new Object[] {sequences(n, t)[0]}, new int[] {n, t}, new Object[] {p, new double[n * t * 4]});
        return p;
    }

    @Test
    void oneModelServesAllSizesInAnyOrder() throws Exception {
        Generated generated = Generated.of(TWO_SIZES);
        Model model = generated.model(1);
        int[][] calls = {{3, 4}, {1, 1}, {1, 9}, {7, 1}, {2, 6}, {3, 4}, {11, 13}, {1, 1}, {13, 2}};
        for (int[] call : calls) {
            Model fresh = generated.model(1);
            Object[] inputs = sequences(call[0], call[1]);
            double[] gradient = new double[((double[]) model.parameters()).length];
            double[] expected = new double[gradient.length];

            assertThat(predict(model, call[0], call[1])).isEqualTo(predict(fresh, call[0], call[1]));
            assertThat(model.evaluate(inputs, call)).isEqualTo(fresh.evaluate(inputs, call));
            assertThat(model.lossAndGradient(inputs, call, gradient))
                    .isEqualTo(fresh.lossAndGradient(inputs, call, expected));
            assertThat(gradient).isEqualTo(expected);
        }
    }

    @Test
    void oneTrainerServesAllSizesUpToItsCapacity() throws Exception {
        Generated generated = Generated.of(TWO_SIZES);
        Model roomy = generated.model(1);
        Model exact = generated.model(1);
        Model.Training training = roomy.training(8, 9);
        int[][] steps = {{8, 9}, {1, 1}, {3, 9}, {8, 1}, {2, 5}};
        for (int[] sizes : steps) {
            Object[] inputs = sequences(sizes[0], sizes[1]);
            double[] gradient = new double[((double[]) exact.parameters()).length];
            System.arraycopy(roomy.parameters(), 0, exact.parameters(), 0, gradient.length);
            double loss = exact.lossAndGradient(inputs, sizes, gradient);

            assertThat(training.step(inputs, sizes)).isEqualTo(loss);
        }
        assertThatThrownBy(() -> training.step(sequences(2, 10), new int[] {2, 10}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("T is 10");
    }

    @Test
    void aBatchOfNothingIsRefused() throws Exception {
        Model model = Generated.of(TWO_SIZES).model(1);
        double[] before = predict(model, 2, 2);

        assertThatThrownBy(() -> predict(model, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.evaluate(sequences(2, 0), new int[] {2, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.training(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.training(2, 2).step(sequences(0, 2), new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(predict(model, 2, 2)).isEqualTo(before);
    }

    private static final String MANY = """
            package t;
            network Net {
              precision double;
              size N;
              input x: float[N];
              hyper rate = 0.5;
              hyper strength = 0;
              param w: float = 2;
              param b: float = 1;
              y = w * x + b;
              output line = y;
              output positive = y > 0;
              output sign = y > 0 ? 1 : -1;
              loss mean(y^2);
              loss strength * w^2;
              loss 3 * b;
              metric biggest = max(y);
              metric share = mean(y > 0);
              metric count = sum(y > 0);
              train sgd(rate = rate);
              train adam(rate = rate);
              train sgd(rate = 2 * rate, momentum = 0.5);
            }
            """;

    private static final Object[] LINE = {new double[] {1, -1}};
    private static final int[] TWO = {2};

    @Test
    void lossesAddUpAndEveryOutputAndMetricIsThere() throws Exception {
        Model model = Generated.of(MANY).model(1);
        double[] line = new double[2];
        int[] positive = new int[2];
        int[] sign = new int[2];
        model.predict(LINE, TWO, new Object[] {line, positive, sign});

        assertThat(line).containsExactly(3, -1);
        assertThat(positive).containsExactly(1, 0);
        assertThat(sign).containsExactly(1, -1);
        assertThat(model.metrics()).containsExactly("biggest", "share", "count");
        assertThat(model.evaluate(LINE, TWO)).containsExactly(5 + 3, 3, 0.5, 1);
        model.setHyper("strength", 0.25);
        assertThat(model.evaluate(LINE, TWO)).containsExactly(5 + 1 + 3, 3, 0.5, 1);
    }

    @Test
    void aHyperChangesBetweenSteps() throws Exception {
        Model model = Generated.of(MANY).model(1);
        double[] parameters = (double[]) model.parameters();
        Model.Training training = model.training(2);

        // The gradient is (2w, 2b + 3), with the penalty (2w + 2·strength·w, 2b + 3).
        training.step(LINE, TWO);
        assertThat(parameters).containsExactly(new double[] {2 - 0.5 * 4, 1 - 0.5 * 5}, within(1e-15));
        parameters[0] = 1;
        model.setHyper("rate", 0.25);
        training.step(LINE, TWO);
        assertThat(parameters).containsExactly(new double[] {1 - 0.25 * 2, -1.5}, within(1e-15));
        model.setHyper("strength", 2);
        training.step(LINE, TWO);
        assertThat(parameters).containsExactly(new double[] {0.5 - 0.25 * 3, -1.5}, within(1e-15));
        assertThat(training.results()[0]).isEqualTo(0.25 + 2.25 + 2 * 0.25 - 4.5, within(1e-15));
        model.setHyper("rate", 0);
        training.step(LINE, TWO);
        assertThat(parameters).containsExactly(new double[] {-0.25, -1.5}, within(1e-15));
    }

    @Test
    void everyTrainLineIsAClassOfItsOwn() {
        List<String> paths = Generated.of(MANY).network().files().stream()
                .map(GeneratedFile::path)
                .toList();

        assertThat(paths).contains("t/NetSgd.java", "t/NetAdam.java", "t/NetSgd2.java");
    }

    @Test
    void networksOfOneFileLiveSideBySide() throws Exception {
        String text = """
                package t;
                function twice(x) = 2 * x;
                layer scaled()(x: float[..., K]) { param s: float[K] = ones(); yield twice(s * x); }
                network First { size N; input x: float[N, 2]; y = x |> scaled; output out = y; loss sum(y); train sgd(rate = 1); }
                network Second { precision double; size M; input x: float[M, 3]; output out = x |> scaled |> scaled; }
                network Third { input x: float[2]; param w: float[2] = ones(); loss sum(w * x)^2; train sgd(rate = 0.5); }
                """;
        CompileRequest request = CompileRequest.of(new SourceFile("Nets.nn", text), CompileOptions.DEFAULTS);
        List<CompiledNetwork> networks = new LeibnizCompiler().networks(request);
        List<GeneratedFile> files =
                networks.stream().flatMap(network -> network.files().stream()).toList();
        assertThat(files.stream().map(GeneratedFile::path)).doesNotHaveDuplicates();
        InMemoryJavac.Classes classes = InMemoryJavac.ofRuntime().orElseThrow().compile(files);

        Model first = new Generated(networks.get(0), classes).model(1);
        Model second = new Generated(networks.get(1), classes).model(1);
        Model third = new Generated(networks.get(2), classes).model(1);
        first.training(1).step(new Object[] {new float[] {1, -1}}, new int[] {1});
        double[] out = new double[3];
        second.predict(new Object[] {new double[] {1, 2, 3}}, new int[] {1}, new Object[] {out});
        third.training().step(new Object[] {new float[] {1, 2}}, new int[0]);

        assertThat((float[]) first.parameters()).containsExactly(-1, 3);
        assertThat(second.hasLoss()).isFalse();
        assertThat(out).containsExactly(4, 8, 12);
        assertThat((float[]) third.parameters()).containsExactly(1 - 3, 1 - 6);
    }

    @Test
    void dataThatIsNoNumberStaysWhereItIs() throws Exception {
        Model model = Generated.of(TWO_SIZES).model(1);
        Object[] inputs = sequences(3, 4);
        double[] clean = predict(model, 3, 4);
        double[] x = (double[]) inputs[0];
        x[4 * 3] = Double.NaN;
        x[2 * 4 * 3] = Double.POSITIVE_INFINITY;
        double[] p = new double[6];
        model.predict(new Object[] {x}, new int[] {3, 4}, new Object[] {p, new double[48]});

        assertThat(p[0]).isEqualTo(clean[0]);
        assertThat(p[1]).isEqualTo(clean[1]);
        assertThat(Arrays.copyOfRange(p, 2, 4)).containsExactly(Double.NaN, Double.NaN);
        assertThat(predict(model, 3, 4)).isEqualTo(clean);
    }
}
