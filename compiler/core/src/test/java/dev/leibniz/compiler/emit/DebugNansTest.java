package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.Precision;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Place;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Walk;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first number that is infinite or none is found with its tensor, index, formula and line. */
class DebugNansTest {
    private static final CompileOptions KEPT = CompileOptions.DEFAULTS.withAllKept(true);

    private static Generated network(String statements) {
        return network(statements, CompileOptions.DEFAULTS);
    }

    private static Generated network(String statements, CompileOptions options) {
        return Generated.of("package t;\nnetwork Net {\n  size N;\n" + statements + "\n}\n", options);
    }

    private static NonFiniteException found(Model model, Object[] inputs, int... sizes) {
        model.setDebugNans(true);
        Object gradient = model.isDouble()
                ? new double[((double[]) model.parameters()).length]
                : new float[((float[]) model.parameters()).length];
        return catchThrowableOfType(NonFiniteException.class, () -> model.lossAndGradient(inputs, sizes, gradient));
    }

    @Test
    void aTemporaryIsFoundWhereItIsComputed() throws Exception {
        Model model = network("""
                  input x: float[N, 3];
                  param w: float[3, 2] = ones();
                  h = log(x @ w);
                  output y = h * 2;
                  loss mean(h);
                """, KEPT).model(0);

        NonFiniteException found = found(model, new Object[] {new float[] {1, 2, 3, 1, 1, -5, 1, 1, 1}}, 3);

        assertThat(found.tensor()).isEqualTo("h");
        assertThat(found.index()).containsExactly(1, 0);
        assertThat(found.value()).isNaN();
        assertThat(found.operation()).isEqualTo("h = log(x @ w)");
        assertThat(found.place()).isEqualTo("Net.nn:6");
        assertThat(found).hasMessage("h[1, 0] is NaN, the first value that is not finite: h = log(x @ w)   (Net.nn:6)");
    }

    @Test
    void whatIsGivenIsLookedAtFirst() throws Exception {
        Model model = network("""
                  input x: float[N, 2];
                  input target: float[N];
                  param w: float[2] = ones();
                  param unused: float = 1;
                  output y = sum(x * w, axis = 1);
                  loss mean((y - target)^2);
                """).model(0);
        float[] parameters = (float[]) model.parameters();
        Object[] inputs = {new float[] {1, 2, 3, 4}, new float[] {0, Float.NEGATIVE_INFINITY}};

        assertThat(found(model, inputs, 2))
                .hasMessage("input target[1] is -Infinity, the first value that is not finite");
        model.predict(new Object[] {inputs[0]}, new int[] {2}, new Object[] {new float[2]});
        parameters[1] = Float.NaN;
        assertThat(found(model, new Object[] {inputs[0], new float[2]}, 2))
                .hasMessage("parameter w[1] is NaN, the first value that is not finite");
        assertThatThrownBy(() -> model.predict(new Object[] {inputs[0]}, new int[] {2}, new Object[] {new float[2]}))
                .hasMessage("parameter w[1] is NaN, the first value that is not finite");
    }

    @Test
    void aGradientIsFoundThoughTheLossIsFinite() throws Exception {
        Model model = network("""
                  input x: float[N, 2];
                  param w: float[2] = zeros();
                  output y = sqrt(x * w * w);
                  loss mean(y);
                """, KEPT).model(0);

        NonFiniteException found = found(model, new Object[] {new float[] {1, 2, 3, 4}}, 2);

        assertThat(found.index()).hasSize(2);
        assertThat(found.value()).isInfinite();
        assertThat(found.operation()).endsWith(" = 0.5 / y");
        assertThat(found.place()).isEqualTo("Net.nn:6");
    }

    @Test
    void turnsOfLoopsAndDoublesAreLookedAtToo() throws Exception {
        String text = """
                package t;
                network Net {
                  size N;
                  input x: float[N, 12, 4];
                  param w: float[4, 4] = normal(0, 0.5);
                  h = x[:, 0] * 0;
                  for t in 0..12 { h = tanh(h @ w) + sqrt(x[:, t]); }
                  output y = h;
                  loss mean(h^2);
                }
                """;
        float[] floats = new float[2 * 12 * 4];
        Arrays.fill(floats, 1);
        floats[48 + 7 * 4 + 2] = -1;
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, i -> floats[i]);

        for (boolean isDouble : new boolean[] {false, true}) {
            CompileOptions options = isDouble ? KEPT.withPrecision(Precision.DOUBLE) : KEPT;
            Object input = isDouble ? doubles : floats;
            NonFiniteException found = found(Generated.of(text, options).model(0), new Object[] {input}, 2);
            assertThat(found.value()).isNaN();
            assertThat(found.place()).isEqualTo("Net.nn:7");
            assertThat(found.operation()).contains("sqrt");
        }
    }

    @Test
    void infinitiesThatTheNetworkComputesWithAreNoMistake() throws Exception {
        Model model = network("""
                  input x: float[N, 3];
                  input keep: bool[N, 3];
                  param w: float[3] = ones();
                  scores = keep ? x * w : -1.0 / 0;
                  output p = softmax(scores);
                  loss mean(p^2);
                """).model(0);
        int[] keep = {1, 0, 1, 1, 1, 0};

        assertThat(found(model, new Object[] {new float[] {1, 2, 3, 4, 5, 6}, keep}, 2))
                .isNull();
        assertThat(found(model, new Object[] {new float[] {1, 2, 3, 4, 5, 6}, new int[6]}, 2)
                        .value())
                .isNaN();
    }

    /** Maxima over rows begin with −∞, and what a mask has made infinite is finite again behind a softmax: an overflow there is one. */
    @ParameterizedTest
    @ValueSource(strings = {"softmax(x * w, axis = 0)", "softmax(x > 101 ? -1.0 / 0 : x * w)"})
    void infinitiesThatAreMeantHideNoOthers(String p) throws Exception {
        Model model = network("""
                  input x: float[N, 3];
                  param w: float[3] = ones();
                  p = %s;
                  e = exp(100 * x * w);
                  output y = p + 1 / (2 + e);
                  loss mean(p * p) + mean(1 / (2 + stop_gradient(e)));
                """.formatted(p), KEPT).model(0);

        NonFiniteException found = found(model, new Object[] {new float[] {1, 2, 3, 101, 102, 103}}, 2);

        assertThat(found.tensor()).isEqualTo("e");
        assertThat(found.place()).isEqualTo("Net.nn:7");
    }

    @Test
    void whatIsOnlyComputedToBeChosenOrNotMayBeAnything() throws Exception {
        String network = """
                  input x: float[N, 3];
                  param w: float[3] = ones();
                  y = x * w;
                  a = y > 0 ? log(y) * 2 : 0;
                  b = y == 0 ? 0 : y / y;
                  output p = a + b;
                  loss mean(a) + mean(b);
                """;
        Object[] inputs = {new float[] {1, 2, 0, -4, 5, 6}};

        assertThat(found(network(network, KEPT).model(0), inputs, 2)).isNull();
        assertThat(found(network(network.replace("y > 0", "y > -1"), KEPT).model(0), inputs, 2))
                .hasMessageStartingWith("a[0, 2] is -Infinity, the first value that is not finite: a = ");
    }

    @Test
    void theFormulaAndTheIndexAreThoseOfTheTensor() throws Exception {
        Model metric = network("""
                  input x: float[N, 3];
                  param w: float[3] = ones();
                  output y = x * w;
                  loss mean(y);
                  metric all = mean(y);
                  metric first = 1 / (mean(y) - mean(x));
                """, KEPT).model(0);
        assertThat(found(metric, new Object[] {new float[6]}, 2))
                .hasMessageMatching("first is Infinity, the first value that is not finite: v.* = 1 / .*Net.nn:9\\)");

        Model scan = network("""
                  input x: float[N, 5, 2];
                  param w: float = 1;
                  scan t in 0..5 with h = zeros([N, 2]) {
                    h = h * 0 + log(x[:, t] * w);
                    collect h as hs;
                  }
                  output y = hs;
                  loss mean(hs);
                """, CompileOptions.DEFAULTS).model(0);
        float[] sequence = new float[20];
        Arrays.fill(sequence, 1);
        sequence[10 + 2 * 3 + 1] = -1;
        NonFiniteException found = found(scan, new Object[] {sequence}, 2);
        assertThat(found)
                .hasMessage(
                        "hNext[1, 1] is NaN, the first value that is not finite: h = h * 0 + reshape(log(v5 * w), [N, 2])   (Net.nn:7)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStepWhoseLossIsNotFiniteChangesNothing(boolean large) throws Exception {
        int width = large ? 300 : 3;
        Generated generated = network("""
                  input x: float[N, %1$d];
                  param w: float[%1$d, %1$d] = normal(0, 0.06);
                  h = x @ w |> batch_norm |> dropout(0.2) |> dense(%1$d) |> tanh;
                  output y = h;
                  loss mean(h^2);
                  train adam(rate = 0.1);
                """.formatted(width));
        assertThat(generated.text("NetBackward").contains("trainer.update(")).isEqualTo(large);
        Model model = generated.model(1);
        Model other = generated.model(1);
        Model.Training training = model.training(2);
        Model.Training good = other.training(2);
        float[] bad = new float[2 * width];
        float[] batch = new float[2 * width];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = (float) Math.sin(i);
        }
        bad[width] = Float.NaN;

        for (int step = 0; step < 3; step++) {
            assertThat(training.step(new Object[] {bad}, new int[] {2})).isNaN();
            assertThat(training.step(new Object[] {batch}, new int[] {2}))
                    .isEqualTo(good.step(new Object[] {batch}, new int[] {2}));
        }

        assertThat((float[]) model.parameters()).isEqualTo((float[]) other.parameters());
        assertThat((float[]) model.states()).isEqualTo((float[]) other.states());
    }

    /** A maximum that is carried begins with −∞, as deep as loops may be in each other. */
    @Test
    void infinitiesThatLoopsCarryAreMeant() throws Exception {
        Model model = network("""
                  input x: float[N, 4];
                  param w: float = 1;
                  scan i in 0..4 with m = zeros([N]) - 1.0 / 0, n = zeros([N]) {
                    scan k in 0..3 with l = m { l = max(l, x[:, i] * w * k); }
                    m = l;
                    n = n + exp(m - 1);
                  }
                  output y = n;
                  loss mean(m) + mean(1 / (1 + n));
                """, CompileOptions.DEFAULTS).model(0);

        assertThat(found(model, new Object[] {new float[] {1, 2, 3, 4, 5, 6, 7, 8}}, 2))
                .isNull();
        assertThat(found(model, new Object[] {new float[] {1, 2, 300, 4, 5, 6, 7, 8}}, 2)
                        .tensor())
                .startsWith("n");
    }

    /** So that each is looked at. */
    @Test
    void allThatAKernelWritesIsTheResultOfAFormula() throws Exception {
        for (Programs.Case program : Programs.all()) {
            for (Plan plan : Generated.of(program.text(), KEPT).network().code().plans()) {
                for (Kernel kernel : plan.kernels()) {
                    List<Buffer> results = kernel.formulas().stream()
                            .flatMap(formula -> formula.places().stream())
                            .map(Place::buffer)
                            .toList();
                    Walk.buffers(kernel.body()).forEach((buffer, usage) -> {
                        if (usage.writes() && buffer.kind() != Buffer.Kind.LOCAL) {
                            assertThat(results)
                                    .as("%s: %s of %s", program.name(), buffer, kernel.name())
                                    .contains(buffer);
                        }
                    });
                }
            }
        }
    }

    @Test
    void aStepThatIsLookedAtGivesTheSameBits() throws Exception {
        List<Programs.Case> programs = Programs.all();
        for (int k = 0; k < programs.size(); k += 3) {
            Programs.Case program = programs.get(k);
            Generated generated = Generated.of(program.text());
            Generated kept = Generated.of(program.text(), KEPT);
            if (generated.network().code().updates().isEmpty()) {
                continue;
            }
            Model model = generated.model(5);
            int[] sizes = new int[model.sizes().size()];
            Arrays.fill(sizes, 9);
            Batch batch = Batch.of(model, sizes);
            Model watched = kept.model(5);
            watched.setDebugNans(true);
            Model.Training training = model.training(batch.sizes());
            Model.Training other = watched.training(batch.sizes());
            for (int step = 0; step < 2; step++) {
                assertThat(other.step(batch.inputs(), batch.sizes()))
                        .as(program.name())
                        .isEqualTo(training.step(batch.inputs(), batch.sizes()));
            }
            assertThat(watched.parameters()).as(program.name()).isEqualTo(model.parameters());
        }
    }
}
