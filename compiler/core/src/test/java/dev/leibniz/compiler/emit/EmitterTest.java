package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmitterTest {
    private static final int[][] SIZES = {{1, 2}, {5, 3}, {17, 4}};

    static List<Programs.Case> programs() {
        return Programs.all();
    }

    private static int[] sizes(Model model, int[] sizes) {
        return Arrays.copyOf(sizes, model.sizes().size());
    }

    /** All numbers that a model computes, as doubles: outputs, results, gradients, and the parameters after some steps. */
    private static double[] everything(Model model) {
        List<Double> all = new ArrayList<>();
        for (int[] some : SIZES) {
            int[] sizes = sizes(model, some);
            Batch batch = Batch.of(model, sizes);
            Object[] outputs = batch.outputs(model);
            model.predict(batch.predicting(model), sizes, outputs);
            Arrays.stream(outputs).forEach(output -> add(output, all));
            add(model.evaluate(batch.inputs(), sizes), all);
            if (model.hasLoss()) {
                Object gradient = Array.newInstance(
                        model.isDouble() ? double.class : float.class, Array.getLength(model.parameters()));
                all.add(model.lossAndGradient(batch.inputs(), sizes, gradient));
                add(gradient, all);
            }
        }
        if (model.hasLoss()) {
            int[] sizes = sizes(model, new int[] {9, 5});
            Model.Training training = model.training(sizes);
            for (int step = 0; step < 3; step++) {
                all.add(training.step(Batch.of(model, sizes).inputs(), sizes));
                add(training.results(), all);
            }
            add(model.parameters(), all);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(Object array, List<Double> all) {
        for (int i = 0; i < Array.getLength(array); i++) {
            all.add(Array.getDouble(array, i));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void plainAndVectorAndDoubleKernelsAgree(Programs.Case program) throws Exception {
        double[] exact = everything(copyOf(
                Generated.plain(program.text()).model(5),
                Generated.inDouble(program.text()).model(5)));
        double[] plain = everything(Generated.plain(program.text()).model(5));
        double[] vector = everything(Generated.of(program.text()).model(5));

        assertClose(plain, exact);
        assertClose(vector, exact);
    }

    /** The double model with exactly the parameters of the float one. */
    private static Model copyOf(Model floats, Model doubles) {
        for (int i = 0; i < Array.getLength(floats.parameters()); i++) {
            Array.setDouble(doubles.parameters(), i, Array.getFloat(floats.parameters(), i));
        }
        return doubles;
    }

    private static void assertClose(double[] values, double[] exact) {
        assertThat(values).hasSameSizeAs(exact);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i]) && Double.isNaN(exact[i])) {
                continue;
            }
            double error = Math.abs(values[i] - exact[i]);
            assertThat(error)
                    .as("number %d: %s for %s", i, values[i], exact[i])
                    .isLessThan(2e-3 * (1 + Math.abs(exact[i])));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void twoCompilationsGiveTheSameBytes(Programs.Case program) {
        assertThat(Generated.of(program.text()).network().files())
                .isEqualTo(Generated.of(program.text()).network().files());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void javacHasNothingToWarnAbout(Programs.Case program, @TempDir Path folder) throws IOException {
        // Without SIMD kernels: that their module is incubating cannot be kept quiet.
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-Xlint:all", "-Werror"));
        arguments.addAll(List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path")));
        for (GeneratedFile file : Generated.plain(program.text()).network().files()) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            arguments.add(Files.writeString(path, file.text()).toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));

        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void trainingGoesOnBitForBitAfterLoading(@TempDir Path folder) throws Exception {
        Generated generated = Generated.of(Programs.named("groups and hypers").text());
        Model first = generated.model(1);
        first.setHyper("rate", 0.015625);
        Model second = generated.model(2);

        Resumption.train(first, second, folder);

        assertThat((float[]) second.parameters()).isEqualTo((float[]) first.parameters());
    }

    @Test
    void aCheckpointThatDoesNotFitChangesNothing(@TempDir Path folder) throws Exception {
        Generated momentum = Generated.of(Programs.DIGITS);
        Generated plain = Generated.of(Programs.DIGITS.replace(", momentum = 0.9", ""));
        Model saved = plain.model(1);
        Path file = folder.resolve("net.safetensors");
        saved.training(6).save(file);
        Model model = momentum.model(2);
        float[] before = ((float[]) model.parameters()).clone();

        assertThatThrownBy(() -> model.training(6).load(file)).hasMessageContaining("optimizer/velocity/hidden.W");

        assertThat((float[]) model.parameters()).isEqualTo(before);
    }

    @Test
    void parametersHavePathsShapesAndOffsets() throws Exception {
        assertThat(Generated.of(Programs.DIGITS).model(1).parameterList())
                .containsExactly(
                        new Parameter("hidden.W", List.of(64, 64), 0),
                        new Parameter("hidden.b", List.of(64), 4096),
                        new Parameter("logits.W", List.of(64, 10), 4160),
                        new Parameter("logits.b", List.of(10), 4800));
    }

    @Test
    void sizesThatDoNotFitAreRefusedWithThePlaceThatNeedsThem() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  size N;
                  input x: float[N];
                  output y = x[2] * 2;
                }
                """).model(1);
        float[] y = {0};

        model.predict(new Object[] {new float[] {1, 2, 3}}, new int[] {3}, new Object[] {y});
        assertThat(y).containsExactly(6);
        assertThatThrownBy(() -> model.predict(new Object[] {new float[2]}, new int[] {2}, new Object[] {y}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index 2 is out of bounds for axis 0 of float[N], whose size is N (Net.nn:5:16): N = 2");
    }

    @Test
    void wrongDataIsRefusedByName() throws Exception {
        Model model = Generated.of(Programs.DIGITS).model(1);
        float[] images = new float[128];
        int[] two = {2};

        assertThatThrownBy(() -> model.evaluate(new Object[] {images, new int[] {3, 12}}, two))
                .hasMessage("label[1] is 12, must be at least 0 and below 10");
        assertThatThrownBy(() -> model.evaluate(new Object[] {images, new int[3]}, two))
                .hasMessage("label has 3 elements, must have 2");
        assertThatThrownBy(() -> model.evaluate(new Object[] {new float[65], new int[2]}, two))
                .hasMessage("image has 65 elements, must have a positive multiple of 64");
        assertThatThrownBy(() -> model.training(1).step(new Object[] {images, new int[2]}, two))
                .hasMessage("N is 2, the workspace was made for at most 1");
    }

    @Test
    void manyLayersShareTheirKernels() {
        String text = """
                package t;
                network Deep {
                  size N;
                  input x: float[N, 16];
                  h = x;
                  for i in 0..400 { h = h + tanh(h |> dense(16)); }
                  output y = h;
                  loss mean(h * h);
                  train sgd(rate = 0.1);
                }
                """;
        Generated deep = Generated.of(text);

        assertThat(deep.text("DeepScalarKernels").lines().count()).isLessThan(700);
        assertThat(longestMethod(deep)).isLessThan(8000);
    }

    /** Bytes of the longest method of any class. */
    private static int longestMethod(Generated generated) {
        return generated.classes().bytes().values().stream()
                .mapToInt(ClassFiles::longestMethod)
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noMethodIsTooLongForTheJustInTimeCompiler(Programs.Case program) {
        assertThat(longestMethod(Generated.of(program.text()))).isLessThan(8000);
    }

    @Test
    void namesThatMeanSomethingToJavaAreAvoided() throws Exception {
        String text = """
                package t;
                network Names {
                  size FLOATS;
                  size from;
                  input floats: float[FLOATS, from];
                  input workspace: float[FLOATS, from];
                  hyper loss_ = 1;
                  hyper parameters = 2;
                  param FLOATS_2: float[3] = ones();
                  param mask: float = constant(0.5);
                  parameters_ = sum(floats * workspace, axis = 1);
                  output results = parameters_ * mask;
                  output scratch = parameters_ + mask * parameters;
                  loss mean(parameters_) * sum(FLOATS_2) * mask * loss_;
                  metric step = mean(parameters_);
                  metric save = mean(parameters_);
                  train sgd(rate = 0.1);
                }
                """;

        Model model = Generated.of(text).model(1);

        assertThat(model.hypers()).containsExactly("loss_", "parameters");
        assertThat(model.hyper("parameters")).isEqualTo(2);
        assertThat(everything(model)).isNotEmpty();
    }

    @Test
    void hypersThatDifferInTheirFirstLetterHaveSettersOfTheirOwn() throws Exception {
        Model model = Generated.of("""
                package t;
                network Net {
                  input x: float[2];
                  hyper k = 1;
                  hyper K = 2;
                  hyper setK = 3;
                  output y = x * k + K * setK;
                }
                """).model(1);

        model.setHyper("k", 5);
        model.setHyper("K", 7);

        assertThat(model.hypers()).containsExactly("k", "K", "setK");
        assertThat(model.hyper("k")).isEqualTo(5);
        assertThat(model.hyper("K")).isEqualTo(7);
        assertThat(model.hyper("setK")).isEqualTo(3);
    }

    @Test
    void commentsOfDeclarationsAreInTheJavadoc() {
        Generated generated = Generated.of("""
                package t;
                /** Of the network. */
                network Net {
                  size N;
                  /** Of the input. */
                  input x: float[N, 2];
                  /** Of the hyper. */
                  hyper rate = 0.1;
                  /** Of the parameter. */
                  param w: float[2] = ones();
                  /** Of the state. */
                  state s: float = 0;
                  next s = s + 1;
                  /** Of the output. */
                  output y = x * w + s;
                  loss mean(y^2);
                  /** Of the metric. */
                  metric m = max(y);
                  train sgd(rate = rate);
                }
                """);

        assertThat(generated.text("Net"))
                .contains("Of the network.", "<li>{@code x: float[N, 2]}: Of the input", ": Of the hyper.")
                .contains("<li>{@code y: float[N, 2]}: Of the output", "{@code m} of the last call: Of the metric.");
        assertThat(generated.text("NetParameters")).contains("{@code w: float[2]}: Of the parameter");
        assertThat(generated.text("NetStates")).contains("{@code s: float[]}: Of the state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits/src/main/nn/samples/digits/Digits.nn",
                "regression/src/main/nn/samples/regression/Linear.nn",
                "regression/src/main/nn/samples/regression/Logistic.nn"
            })
    void theClassesOfSamplesAreThoseReviewed(String path) throws IOException {
        Path file = Path.of("../../generated-samples").resolve(path);
        SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
        CompileRequest request = CompileRequest.of(source, CompileOptions.DEFAULTS);
        for (GeneratedFile generated :
                new LeibnizCompiler().networks(request).get(0).files()) {
            Goldens.verify(generated.path(), generated.text());
        }
    }

    @Test
    void theReadmeShowsWhatIsGenerated() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        String backward = Files.readString(Path.of("src/test/goldens/samples/digits/DigitsBackward.java"));
        int start = readme.indexOf("```java\n") + "```java\n".length();
        String excerpt = readme.substring(start, readme.indexOf("```", start));

        assertThat(excerpt.split("\n\n"))
                .allSatisfy(statement -> assertThat(backward).contains(statement.indent(8)));
    }
}
