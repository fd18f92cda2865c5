package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops at run time in generated code: they compute what the same turns written out compute, and neither code nor temporaries grow beyond what they must. */
final class ScanTest {
    private static final int TURNS = 4;
    private static final int BATCH = 3;

    /**
     * A program twice.
     *
     * @param scan with a loop at run time
     * @param unrolled the same with a loop that is repeated when compiled
     */
    record Twins(String name, String scan, String unrolled) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Twins> twins() {
        return Stream.of(
                new Twins("one carry", """
                        scan t in 0..T with h = v { h = tanh(h @ W + x[:, t]); }
                        """, """
                        h = v;
                        for t in 0..T { h = tanh(h @ W + x[:, t]); }
                        """),
                new Twins("backwards", """
                        scan t in T..0 with h = v { h = tanh(h @ W + x[:, t]) * (t + 1); }
                        """, """
                        h = v;
                        for t in T..0 { h = tanh(h @ W + x[:, t]) * (t + 1); }
                        """),
                new Twins("collected", """
                        scan t in 0..T with h = v {
                          h = sin(h) * x[:, t];
                          collect h as hs;
                        }
                        h = h + sum(hs * x, axis = 1);
                        """, """
                        h = v;
                        total = zeros([N, 3]);
                        for t in 0..T {
                          h = sin(h) * x[:, t];
                          total = total + h * x[:, t];
                        }
                        h = h + total;
                        """),
                new Twins("carries that change places", """
                        scan t in 0..T with h = v, g = 2 * v {
                          a = h * x[:, t];
                          h = g;
                          g = a;
                        }
                        h = h - g;
                        """, """
                        h = v;
                        g = 2 * v;
                        for t in 0..T {
                          a = h * x[:, t];
                          h = g;
                          g = a;
                        }
                        h = h - g;
                        """),
                new Twins("one loop in another", """
                        scan t in 0..T with h = v {
                          scan s in 1..3 with h = h { h = tanh(h @ W + s * x[:, t] + h * x[:, s]); }
                        }
                        """, """
                        h = v;
                        for t in 0..T {
                          for s in 1..3 { h = tanh(h @ W + s * x[:, t] + h * x[:, s]); }
                        }
                        """),
                new Twins("products of slices, of what is carried, and of what is collected", """
                        scan t in T..0 with h = v, G = zeros([3, 3]), n = zeros([3]) {
                          a = (exp(x[:, t]) @ W + n) * 0.5;
                          h = tanh(a + h @ W');
                          G = G - 0.1 * a' @ h;
                          n = n + sum(h, axis = 0);
                          collect h @ W + a as ys axis 1;
                        }
                        h = h @ G + sum(ys * x, axis = 1) * n;
                        """, """
                        h = v;
                        G = zeros([3, 3]);
                        n = zeros([3]);
                        total = zeros([N, 3]);
                        for t in T..0 {
                          a = (exp(x[:, t]) @ W + n) * 0.5;
                          h = tanh(a + h @ W');
                          G = G - 0.1 * a' @ h;
                          n = n + sum(h, axis = 0);
                          total = total + (h @ W + a) * x[:, t];
                        }
                        h = h @ G + total * n;
                        """),
                new Twins("products of slices in one loop in another", """
                        scan t in 0..T with h = v {
                          scan s in 1..3 with h = h { h = tanh(h @ W + x[:, s] @ W * t + x[:, t] @ W); }
                          collect h @ W as ys;
                        }
                        h = h * sum(ys, axis = 1);
                        """, """
                        h = v;
                        total = zeros([N, 3]);
                        for t in 0..T {
                          for s in 1..3 { h = tanh(h @ W + x[:, s] @ W * t + x[:, t] @ W); }
                          total = total + h @ W;
                        }
                        h = h * total;
                        """),
                new Twins("loops one behind the other", """
                        scan t in 0..T with h = v { h = tanh(h @ W + x[:, t]); collect h as hs; }
                        scan t in 0..T with h = h { h = tanh(h @ W + hs[:, t]); collect h as hs2; }
                        scan s in T..0 with h = h { h = tanh(h @ W + hs[:, s] * hs2[:, s]); }
                        """, """
                        h = v;
                        for t in 0..T { h = tanh(h @ W + x[:, t]); a = t == 0 ? expand(h, 0) : concat([a, expand(h, 0)], 0); }
                        for t in 0..T { h = tanh(h @ W + a[t]); b = t == 0 ? expand(h, 0) : concat([b, expand(h, 0)], 0); }
                        for t in T..0 { h = tanh(h @ W + a[t] * b[t]); }
                        """.replace("h = v;", "h = v; a = expand(v, 0); b = a;")),
                new Twins("a gradient by a carry in each turn", """
                        scan t in 0..T with h = v { h = h - 0.1 * grad(sum((x[:, t] @ W - h)^4), h); }
                        """, """
                        h = v;
                        for t in 0..T { h = h - 0.1 * grad(sum((x[:, t] @ W - h)^4), h); }
                        """),
                new Twins("a gradient in each turn by what is outside, through what is outside", """
                        z = tanh(W);
                        scan t in 0..T with h = v { h = h + x[:, t] @ grad(sum((x[:, t] @ z)^3), W); }
                        """, """
                        z = tanh(W);
                        h = v;
                        for t in 0..T { h = h + x[:, t] @ grad(sum((x[:, t] @ z)^3), W); }
                        """),
                new Twins("a gradient of the whole loop", """
                        scan t in 0..T with h = v { h = sin(h @ W + x[:, t]); }
                        h = h + v @ grad(sum(h^2), W) + grad(sum(h^2), v);
                        """, """
                        h = v;
                        for t in 0..T { h = sin(h @ W + x[:, t]); }
                        h = h + v @ grad(sum(h^2), W) + grad(sum(h^2), v);
                        """),
                new Twins("a carry that is read here and there", """
                        scan t in 0..T with s = x, h = v {
                          h = tanh(s[:, t] + h);
                          s = s + 0.1 * expand(h, 1);
                        }
                        h = h + s[:, 1];
                        """, """
                        h = v;
                        s = x;
                        for t in 0..T {
                          h = tanh(s[:, t] + h);
                          s = s + 0.1 * expand(h, 1);
                        }
                        h = h + s[:, 1];
                        """),
                new Twins("a carry that changes when ints say so", """
                        scan t in 0..T with h = v, best = 0 {
                          id = argmax(x[:, t]);
                          h = expand(id, 1) == 1 ? h * x[:, t] : h + W[id];
                          best = best + sum(id);
                        }
                        h = h + best;
                        """, """
                        h = v;
                        best = 0;
                        for t in 0..T {
                          id = argmax(x[:, t]);
                          h = expand(id, 1) == 1 ? h * x[:, t] : h + W[id];
                          best = best + sum(id);
                        }
                        h = h + best;
                        """));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void aLoopComputesWhatItsTurnsWrittenOutDo(Twins twins) throws Exception {
        Map<String, double[]> expected = results(twins.unrolled(), Precision.DOUBLE, false);

        assertClose(results(twins.scan(), Precision.DOUBLE, false), expected, 1e-12);
        assertClose(results(twins.scan(), Precision.FLOAT, false), expected, 3e-5);
        assertClose(results(twins.scan(), Precision.FLOAT, true), expected, 3e-5);
    }

    private static void assertClose(Map<String, double[]> actual, Map<String, double[]> expected, double tolerance) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, numbers) -> {
            double scale = Arrays.stream(numbers).map(Math::abs).reduce(1, Math::max);
            assertThat(actual.get(name)).as(name).containsExactly(numbers, within(tolerance * scale));
        });
    }

    private static Map<String, double[]> results(String statements, Precision precision, boolean simd)
            throws Exception {
        String text = """
                package t;
                network Net {
                  size N;
                  size T = 4;
                  input x: float[N, T, 3];
                  input v: float[N, 3];
                  input W: float[3, 3];
                %s
                  output h = h;
                  loss sum(h^2);
                }
                """.formatted(statements);
        CompileOptions options = new CompileOptions(Optional.of(precision), simd, Map.of(), Optional.empty());
        CompileRequest request = CompileRequest.of(new SourceFile("Net.nn", text), options);
        CompiledNetwork network = new LeibnizCompiler().observed(request).get(0);
        Model model =
                InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()).initialise(network.className(), 0);
        Random random = new Random(3);
        List<Object> inputs = new ArrayList<>();
        for (int length : new int[] {BATCH * TURNS * 3, BATCH * 3, 9}) {
            double[] numbers = random.doubles(length, -1, 1).toArray();
            inputs.add(model.isDouble() ? numbers : floats(numbers));
        }
        List<Object> outputs = new ArrayList<>();
        for (int k = 0; k < model.outputs().size(); k++) {
            int length = 1;
            for (int size : model.outputShape(k, BATCH)) {
                length *= size;
            }
            outputs.add(model.isDouble() ? new double[length] : new float[length]);
        }
        Object[] given = model.predictionInputs().stream().map(inputs::get).toArray();
        model.predict(given, new int[] {BATCH}, outputs.toArray());
        Map<String, double[]> results = new LinkedHashMap<>();
        for (int k = 0; k < outputs.size(); k++) {
            results.put(model.outputs().get(k).name(), doubles(outputs.get(k)));
        }
        return results;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] doubles(Object array) {
        double[] numbers = new double[java.lang.reflect.Array.getLength(array)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = java.lang.reflect.Array.getDouble(array, i);
        }
        return numbers;
    }

    // -- size

    private static CompiledNetwork recurrent(String layer, String time) {
        String text = """
                package t;
                network Net {
                  size N;
                  size T%s;
                  input x: float[N, T, 8];
                  input y: float[N, T, 16];
                  h = x |> %s(16);
                  output h = h;
                  loss mean((h - y)^2);
                  train sgd(rate = 0.1);
                }
                """.formatted(time, layer);
        CompileRequest request = CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS);
        return new LeibnizCompiler().networks(request).get(0);
    }

    @Test
    void codeDoesNotGrowWithTheTurns() {
        List<GeneratedFile> few = recurrent("lstm", " = 5").files();
        List<GeneratedFile> many = recurrent("lstm", " = 5000").files();

        assertThat(many).hasSameSizeAs(few);
        for (int k = 0; k < few.size(); k++) {
            String numbers = "[0-9a-f]{32}|[\\d,]+";
            assertThat(many.get(k).text().replaceAll(numbers, "#").replaceAll("\\s+", ""))
                    .isEqualTo(few.get(k).text().replaceAll(numbers, "#").replaceAll("\\s+", ""));
        }
    }

    @Test
    void temporariesGrowWithTheTurnsJustLinearly() {
        for (String layer : List.of("rnn", "lstm", "gru")) {
            CompiledNetwork network = recurrent(layer, "");
            assertThat(elements(network, 2000) - elements(network, 1000))
                    .as(layer)
                    .isEqualTo(elements(network, 1000) - elements(network, 0))
                    .isLessThan(1000 * 20 * 16 * BATCH);
        }
    }

    private static long elements(CompiledNetwork network, long turns) {
        return network.code().train().orElseThrow().floats().evaluate(size -> size.equals("N") ? BATCH : turns);
    }
}
