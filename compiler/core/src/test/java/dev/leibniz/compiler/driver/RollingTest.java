package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.emit.Emitter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.roll.Rolling;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks whose turns have become loops do what they do with turns one after the other: from the same first values, to the last bits. */
final class RollingTest {
    private static final int ROWS = 5;

    /**
     * Statements that make h of x, which is [N, 4].
     *
     * @param loops how many loops there are behind, bodies of loops included
     */
    record Turns(String name, int loops, String layers, String statements) {
        Turns(String name, int loops, String statements) {
            this(name, loops, "", statements);
        }

        String text() {
            return """
                    package t;
                    %s
                    network Net {
                      size N;
                      input x: float[N, 4];
                      input y: float[N, 3];
                      param U: float[4, 4] = normal(0, 0.5);
                      h = x @ U;
                    %s
                      z = h |> dense(3);
                      output z2 = z * 2;
                      output h2 = h;
                      loss mean((z - y)^2);
                      metric spread = mean(abs(h));
                      train sgd(rate = 0.01, momentum = 0.9);
                    }
                    """.formatted(layers, statements);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Turns> all() {
        return Stream.of(
                new Turns(
                        "residual", 1, "for i in 0..9 { h = h + (h |> layer_norm |> dense(6) |> gelu |> dense(4)); }"),
                new Turns("without parameters", 1, "for i in 0..10 { h = tanh(h) * 1.1; }"),
                new Turns("too few to be worth it", 0, "for i in 0..7 { h = h |> dense(4) |> tanh; }"),
                new Turns("from the highest", 0, "for i in 9..0 { h = h |> dense(4) |> tanh; }"),
                new Turns("from another number on", 1, "for i in 3..12 { h = h |> dense(4) |> tanh; }"),
                new Turns("the turn's number", 0, "for i in 0..9 { h = tanh(h * (i + 1)); }"),
                new Turns("another first turn", 1, "h = h[:, 0:2]; for i in 0..10 { h = h |> dense(4) |> tanh; }"),
                new Turns("shared parameters", 1, "for i in 0..9 { h = tanh(h @ U) + (h |> dense(4)); }"),
                new Turns("what all turns share", 1, "for i in 0..9 { h = tanh(h + tanh(x) * sum(U)) |> dense(4); }"),
                new Turns(
                        "two variables",
                        1,
                        "c = x * 0.5; for i in 0..9 { a = h; h = tanh(c |> dense(4)) + 0.5 * h; c = a; }"),
                new Turns("a variable not needed behind", 1, "c = x; for i in 0..9 { c = tanh(c + h); h = c * h; }"),
                new Turns(
                        "a loss of each turn", 1, "for i in 0..9 { h = h |> dense(4) |> tanh; loss mean(h^2) / 10; }"),
                new Turns(
                        "what the first turns left",
                        1,
                        "for i in 0..9 { h = h |> dense(4) |> tanh; s = mean(h); loss i < 2 ? s^2 : 0.0; }"),
                new Turns("dropout", 1, "for i in 0..9 { h = h |> dense(4) |> tanh |> dropout(0.3); }"),
                new Turns("normal", 1, "for i in 0..9 { h = h + tanh(h) * normal([N, 4]) * 0.1; }"),
                new Turns("batch norm", 1, "for i in 0..9 { h = h |> dense(4) |> batch_norm |> tanh; }"),
                new Turns(
                        "states of its own",
                        1,
                        "for i in 0..9 { state m: float[4] = 0.5; next m = 0.9 * m + 0.1 * mean(h, axis = 0);"
                                + " h = tanh(h - m); }"),
                new Turns("orthogonal", 1, "for i in 0..8 { param W: float[4, 4] = orthogonal(1); h = tanh(h @ W); }"),
                new Turns("values", 1, "for i in 0..8 { param b: float[4] = [0.1, 0.2, -0.3, 0.4]; h = tanh(h + b); }"),
                new Turns(
                        "other values each turn",
                        0,
                        "for i in 0..8 { param b: float[4] = uniform(0, i + 1); h = tanh(h + b); }"),
                new Turns(
                        "a loop in a loop",
                        2,
                        "for i in 0..8 { for j in 0..9 { h = h + (h |> dense(4) |> tanh) * 0.2; } h = h |> dense(4); }"),
                new Turns(
                        "a short loop in a loop",
                        1,
                        "for i in 0..8 { for j in 0..2 { h = h + (h |> dense(4) |> tanh) * 0.2; } h = h |> dense(4); }"),
                new Turns(
                        "a long loop in a short one",
                        3,
                        "for i in 0..3 { for j in 0..9 { h = h + (h |> dense(4) |> tanh) * 0.2; } h = h |> dense(4); }"),
                new Turns(
                        "one after the other",
                        2,
                        "for i in 0..9 { h = h |> dense(4) |> tanh; } for i in 0..8 { h = h + (h |> dense(4)) / 9; }"),
                new Turns("in a layer", 2, """
                        layer tower(depth)(x: float[..., D]) {
                          for k in 0..depth { x = x + (x |> dense(5) |> relu |> dense(D)); }
                          yield x;
                        }
                        """, "h = h |> tower(9) |> tanh |> tower(8);"),
                new Turns(
                        "a checkpoint",
                        2,
                        "for i in 0..9 { h = checkpoint(h + (h |> dense(6) |> tanh |> dense(4))); }"),
                new Turns("a scan", 2, """
                        for i in 0..9 {
                          s = h;
                          scan t in 0..4 with c = zeros([N]) { c = tanh(c + s[:, t]); collect c as cs; }
                          h = (cs |> dense(4)) + h;
                        }
                        """),
                new Turns("a gradient within", 0, "for i in 0..9 { q = sum(h^3); h = h - 0.1 * grad(q, h); }"),
                new Turns(
                        "a gradient behind",
                        1,
                        "for i in 0..9 { h = h |> dense(4) |> tanh; } e = grad(sum(h), x); loss mean(e^2);"),
                new Turns("attention", 1, """
                        for i in 0..8 {
                          q = h |> dense(4);
                          k = h |> dense(4);
                          h = h + softmax(q @ transpose(k) / 2) @ (h |> dense(4));
                        }
                        """));
    }

    @ParameterizedTest
    @MethodSource("all")
    void loopsDoWhatTheTurnsDid(Turns turns) {
        List<Network> networks = Stream.of(false, true)
                .map(training -> elaborate(turns, training))
                .toList();
        List<Network> rolled = Rolling.roll(networks);
        Model before = model(networks);
        Model after = model(rolled);

        rolled.forEach(network -> assertThat(loops(network.graph())).isEqualTo(turns.loops()));
        assertThat(named(after.parameterList(), after.parameters()))
                .containsExactlyInAnyOrderEntriesOf(named(before.parameterList(), before.parameters()));
        Random random = new Random(8);
        Object[] batch = {
            random.doubles(ROWS * 4L, -2, 2).toArray(),
            random.doubles(ROWS * 3L, -2, 2).toArray()
        };
        compare(before, after, batch);
        Model.Training trainer = before.training(ROWS);
        Model.Training second = after.training(ROWS);
        for (int step = 0; step < 3; step++) {
            assertThat(second.step(batch, new int[] {ROWS}))
                    .isCloseTo(trainer.step(batch, new int[] {ROWS}), within(1e-9));
        }
        close(named(after.parameterList(), after.parameters()), named(before.parameterList(), before.parameters()));
        close(named(after.stateList(), after.states()), named(before.stateList(), before.states()));
    }

    private static void compare(Model before, Model after, Object[] batch) {
        int[] rows = {ROWS};
        double[][] outputs = {new double[ROWS * 3], new double[ROWS * 4]};
        double[][] expected = {new double[ROWS * 3], new double[ROWS * 4]};
        Object[] inputs = {batch[0]};
        before.predict(inputs, rows, expected);
        after.predict(inputs, rows, outputs);
        assertThat(outputs[0]).containsExactly(expected[0], within(1e-11));
        assertThat(outputs[1]).containsExactly(expected[1], within(1e-11));
        assertThat(after.evaluate(batch, rows)).containsExactly(before.evaluate(batch, rows), within(1e-11));
        double[] gradient = new double[((double[]) after.parameters()).length];
        double[] expectedGradient = new double[((double[]) before.parameters()).length];
        assertThat(after.lossAndGradient(batch, rows, gradient))
                .isCloseTo(before.lossAndGradient(batch, rows, expectedGradient), within(1e-11));
        close(named(after.parameterList(), gradient), named(before.parameterList(), expectedGradient));
    }

    private static void close(Map<String, List<Double>> actual, Map<String, List<Double>> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach((path, values) -> {
            for (int k = 0; k < values.size(); k++) {
                assertThat(actual.get(path).get(k)).as(path).isCloseTo(values.get(k), within(1e-9));
            }
        });
    }

    private static Map<String, List<Double>> named(List<Parameter> tensors, Object array) {
        Map<String, List<Double>> named = new LinkedHashMap<>();
        for (Parameter tensor : tensors) {
            double[] values = Arrays.copyOfRange((double[]) array, tensor.offset(), tensor.offset() + tensor.length());
            named.put(tensor.path(), Arrays.stream(values).boxed().toList());
        }
        return named;
    }

    private static int loops(Graph graph) {
        int loops = 0;
        for (Value value : graph.values()) {
            if (value.op() instanceof Scan scan) {
                loops += 1 + loops(scan.body().graph());
            }
        }
        return loops;
    }

    private static Network elaborate(Turns turns, boolean training) {
        Diagnostics diagnostics = new Diagnostics();
        Program parsed = Parser.parse(new SourceFile("Net.nn", turns.text()), diagnostics);
        assertThat(diagnostics.hasErrors()).as(diagnostics.all().toString()).isFalse();
        Options options = new Options(training, Map.of(), Optional.of(true));
        List<Network> networks = Elaborator.elaborate(List.of(parsed), List.of(), options, diagnostics);
        assertThat(diagnostics.hasErrors()).as(diagnostics.all().toString()).isFalse();
        return networks.get(0);
    }

    private static Model model(List<Network> variants) {
        NetworkCode code =
                NetworkPipeline.compile(variants.get(0), variants.get(1), CompileOptions.DEFAULTS, Watch.silent());
        List<GeneratedFile> files = Emitter.emit(code, true).sources().stream()
                .map(source -> new GeneratedFile(source.path(), source.text()))
                .toList();
        return InMemoryJavac.ofRuntime().orElseThrow().compile(files).initialise("t.Net", 42);
    }
}
