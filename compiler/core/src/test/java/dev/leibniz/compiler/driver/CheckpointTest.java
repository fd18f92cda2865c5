package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed again in the backward pass is the same, and is not kept. */
final class CheckpointTest {
    /** @param statements with {@code checkpoint(…)} */
    record Program(String name, String statements, String turns) {
        Program(String name, String statements) {
            this(name, statements, "T = 5");
        }

        String text() {
            return """
                    package t;
                    function turns(x, w) {
                      scan t in 0..shape(x)[1] with h = zeros([shape(x)[0], 6]) {
                        h = tanh(x[:, t] @ w + h @ w);
                        collect h as hs;
                      }
                      yield hs;
                    }
                    function segment(h, x, w, first, count) {
                      scan t in 0..count with h = h { h = tanh(x[:, first + t] @ w + h @ w); }
                      yield h;
                    }
                    network Net {
                      size N;
                      size %s;
                      input x: float[N, T, 6];
                      param w: float[6, 6] = normal(0, 0.5);
                    %s
                      output p = y;
                      loss mean(y^3) + sum(y * y);
                      train adam(rate = 0.01);
                    }
                    """.formatted(turns, statements);
        }

        /** The same without checkpoints. */
        Program kept() {
            return new Program(name, statements.replace("checkpoint(", "(").replace("|> checkpoint", ""), turns);
        }

        /** The same for any number of turns. */
        Program free() {
            return new Program(name, statements, "T");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Program blocks(int count) {
        return new Program("blocks", """
                h = x;
                for i in 0..%d { h = h + checkpoint(h |> dense(24) |> gelu |> dense(6)); }
                y = h;
                """.formatted(count));
    }

    static Stream<Program> programs() {
        return Stream.of(
                blocks(4),
                new Program("a pipeline with random numbers", """
                        y = x |> dense(12) |> dropout(0.4) |> tanh |> dense(6) |> checkpoint;
                        """),
                new Program("within each other", """
                        param v: float[6, 6] = normal(0, 0.5);
                        y = checkpoint(sin(checkpoint(tanh(x @ w)) @ v) * x) + w[0];
                        """),
                new Program("of the same twice", """
                        y = checkpoint(sin(x @ w)) * checkpoint(sin(x @ w));
                        """),
                new Program("several values", """
                        [a, b] = checkpoint([sin(x @ w), cos(x @ w)]);
                        y = a * b;
                        """),
                new Program("in each turn of a loop", """
                        scan t in 0..5 with h = zeros([N, 6]) {
                          h = checkpoint(tanh(sigmoid(x[:, t] @ w + h) * sin(h @ w)));
                          collect h as y;
                        }
                        """),
                new Program("around a loop", """
                        y = checkpoint(turns(x, w)) * 2;
                        """),
                new Program("of the segments of a loop", """
                        scan s in 0..2 with h = zeros([N, 6]) { h = checkpoint(segment(h, x, w, 2*s, 2)); }
                        y = h;
                        """),
                new Program("of a gradient", """
                        y = checkpoint(grad(sum(sin(x @ w)), x)) * x;
                        """),
                new Program("in a gradient", """
                        y = grad(sum(checkpoint(sin(x @ w)^2)), x);
                        """),
                new Program("with a state", """
                        y = checkpoint(reshape(x, [N, 30]) |> dense(8) |> batch_norm |> tanh) |> dense(4);
                        """),
                new Program("of what is not computed", """
                        y = checkpoint(x) * checkpoint(w[0]) * checkpoint(2);
                        """));
    }

    private static CompileRequest request(Program program, long turns) {
        CompileOptions options = new CompileOptions(Optional.empty(), false, Map.of("T", turns), Optional.empty());
        return CompileRequest.of(new SourceFile("Net.nn", program.text()), options);
    }

    private static CompileRequest request(Program program, Precision precision, boolean simd) {
        CompileOptions options = new CompileOptions(Optional.of(precision), simd, Map.of(), Optional.empty());
        return CompileRequest.of(new SourceFile("Net.nn", program.text()), options);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void valuesDoNotChangeByABitAndGradientsByNoMoreThanRounding(Program program) throws Exception {
        for (Precision precision : Precision.values()) {
            boolean simd = precision == Precision.FLOAT;
            Results again = results(request(program, precision, simd));
            Results kept = results(request(program.kept(), precision, simd));

            assertAgree(again, kept, precision == Precision.DOUBLE ? 1e-13 : 1e-5);
        }
    }

    private static void assertAgree(Results again, Results kept, double rounding) {
        assertThat(again.values()).isEqualTo(kept.values());
        assertThat(again.gradient()).hasSameSizeAs(kept.gradient());
        for (int k = 0; k < kept.gradient().size(); k++) {
            double expected = kept.gradient().get(k);
            assertThat(again.gradient().get(k)).isCloseTo(expected, within(rounding * (1 + Math.abs(expected))));
        }
    }

    /** @param values the loss, then predictions */
    private record Results(List<Double> values, List<Double> gradient) {}

    private static Results results(CompileRequest request) throws Exception {
        return results(request, 5, 3);
    }

    /** @param sizes the free ones, of which the first is 3 */
    private static Results results(CompileRequest request, int turns, int... sizes) throws Exception {
        CompiledNetwork network = new LeibnizCompiler().networks(request).get(0);
        Model model =
                InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()).initialise(network.className(), 2);
        Object[] inputs = {array(new Random(5).doubles(3L * turns * 6, -1, 1).toArray(), model)};
        int[] shape = model.outputShape(0, sizes);
        Object y = array(new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)], model);
        Object gradient = array(new double[Array.getLength(model.parameters())], model);
        List<Double> values = new ArrayList<>(List.of(model.lossAndGradient(inputs, sizes, gradient)));
        model.predict(inputs, sizes, new Object[] {y});
        values.addAll(numbers(y));
        return new Results(values, numbers(gradient));
    }

    private static List<Double> numbers(Object array) {
        List<Double> numbers = new ArrayList<>();
        for (int k = 0; k < Array.getLength(array); k++) {
            numbers.add(Array.getDouble(array, k));
        }
        return numbers;
    }

    private static Object array(double[] numbers, Model model) {
        if (model.isDouble()) {
            return numbers;
        }
        float[] floats = new float[numbers.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) numbers[k];
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void gradientsAgreeWithDifferences(Program program) {
        CompileRequest request = request(program, Precision.DOUBLE, false);

        GradientReport report = new LeibnizCompiler()
                .checkGradients(request, Map.of("N", 2L), 3)
                .get(0);

        assertThat(report.rows()).isNotEmpty().allMatch(row -> row.relativeError() < 1e-6);
    }

    @Test
    void aFurtherBlockKeepsLittleMoreThanWhatEntersIt() {
        long again = elements(blocks(16)) - elements(blocks(8));
        long kept = elements(blocks(16).kept()) - elements(blocks(8).kept());

        assertThat(again).isGreaterThanOrEqualTo(8 * 5 * 6).isLessThan(kept / 5);
    }

    /** A loop keeps √T carries, and as many again within the segment that is computed anew. */
    @ParameterizedTest
    @ValueSource(ints = {10, 50, 100, 2_500, 10_000})
    void aLoopKeepsTheSquareRootOfItsTurns(int turns) {
        Program program = new Program("turns", """
                scan t in 0..T with h = zeros([N, 6]) { h = checkpoint(h + sin(cos(sin(h @ w) @ w) @ w)); }
                y = h + x[:, 0];
                """);
        int root = (int) Math.sqrt(turns);

        assertThat(elements(program, turns)).isBetween(root * 2L * 6, root * 3L * 6 + 100);
        assertThat(elements(program.kept(), turns)).isGreaterThan(3L * turns * 6);
    }

    /** Turns in segments, and those left over, are the turns of the loop: in either order, from any first one, each with random numbers of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9, 12})
    void turnsInSegmentsAreThoseOfTheLoop(int turns) throws Exception {
        for (String range : List.of("0..T", "T..0", "1..T + 1", "T + 1..1")) {
            Program program = new Program(range, """
                    z = concat([x, x * 2, x * 3], axis = 1);
                    scan t in %s with h = zeros([N, 6]), n = 0.0 {
                      h = checkpoint(tanh(z[:, t] @ w + dropout(h, 0.3) @ w) + n);
                      n = (n + 1) * 0.5;
                      collect h * t as hs;
                    }
                    y = hs + n;
                    """.formatted(range));
            for (boolean simd : new boolean[] {false, true}) {
                Results again = results(request(program.free(), Precision.DOUBLE, simd), turns, 3, turns);
                Results kept = results(request(program.kept().free(), Precision.DOUBLE, simd), turns, 3, turns);

                assertAgree(again, kept, 1e-13);
            }
        }
    }

    /** Elements that each further example adds to the temporaries of training. */
    private static long elements(Program program) {
        return elements(program, 5);
    }

    private static long elements(Program program, long turns) {
        CompiledNetwork network =
                new LeibnizCompiler().networks(request(program, turns)).get(0);
        Size floats = network.code().train().orElseThrow().floats();
        return floats.evaluate(size -> 2) - floats.evaluate(size -> 1);
    }
}
