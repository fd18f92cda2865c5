package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.op.Leaf;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who owns which parameters under which paths. */
class ParameterPathsTest {
    /** A network's statements after {@code size N; input x: float[N, 4];} and the paths it owns. */
    record Case(String statements, List<String> paths) {
        static Case of(String statements, String... paths) {
            return new Case(statements, List.of(paths));
        }
    }

    private static final String LAYERS = """
            layer body(n)(x: float[..., K]) { param W: float[K, n] = zeros(); yield x @ W; }
            layer pair()(x) { first = x |> dense(4); yield first |> dense(4) |> dense(4); }
            layer named()(x) { inner = dense(4); yield inner(x); }
            layer sometimes(on)(x: float[..., K]) { param a: float[K] = ones(); yield on ? x * a : x; }
            layer looped()(x) { for i in 0..2 { x = x |> dense(4); param s: float[4] = ones(); x = x * s; } yield x; }
            function twice(f, x) = f(f(x));
            """;

    static List<Case> cases() {
        return List.of(
                Case.of("param W1: float[4, 3] = zeros(); output y = x @ W1;", "W1"),
                Case.of("hidden = dense(64)(x); output y = hidden;", "hidden.W", "hidden.b"),
                Case.of(
                        "logits = x |> dense(4) |> relu |> dense(10); output y = logits;",
                        "logits.dense.W",
                        "logits.dense.b",
                        "logits.dense2.W",
                        "logits.dense2.b"),
                Case.of("y = x |> dense(3, bias = false); output y = y;", "y.W"),
                Case.of("output y = x |> dense(3);", "y.W", "y.b"),
                Case.of("loss mean(x |> dense(3));", "loss.W", "loss.b"),
                Case.of("output y = x; metric m = mean(x |> dense(1, bias = false));", "m.W"),
                Case.of("y = x |> layer_norm; output y = y;", "y.scale", "y.shift"),
                Case.of("x = x |> dense(4); x = x |> dense(4); output y = x;", "x.W", "x.b", "x2.W", "x2.b"),
                Case.of(
                        "x = x |> dense(4) |> dense(4); x = x |> dense(4); output y = x;",
                        "x.dense.W",
                        "x.dense.b",
                        "x.dense2.W",
                        "x.dense2.b",
                        "x2.W",
                        "x2.b"),
                Case.of(
                        "h = x; for i in 0..2 { block = residual(body(4))(h); h = block; } output y = h;",
                        "block[0].body.W",
                        "block[1].body.W"),
                Case.of(
                        "h = x; for i in 0..2 { block = residual(dense(4, bias = false))(h); h = block; } output y = h;",
                        "block[0].dense.W",
                        "block[1].dense.W"),
                Case.of("for i in 2..4 { param W: float[4] = ones(); x = x * W; } output y = x;", "W[2]", "W[3]"),
                Case.of("for i in 2..0 { param W: float[4] = ones(); x = x * W; } output y = x;", "W[1]", "W[0]"),
                Case.of(
                        "for i in 0..2 { for j in 0..2 { h = x |> body(4); x = h; } } output y = x;",
                        "h[0][0].W",
                        "h[0][1].W",
                        "h[1][0].W",
                        "h[1][1].W"),
                Case.of(
                        "for i in 0..2 { h = x |> body(4); h = h |> body(4); x = h; } output y = x;",
                        "h[0].W",
                        "h2[0].W",
                        "h[1].W",
                        "h2[1].W"),
                Case.of(
                        "p = x |> pair; output y = p;",
                        "p.first.W",
                        "p.first.b",
                        "p.dense.W",
                        "p.dense.b",
                        "p.dense2.W",
                        "p.dense2.b"),
                Case.of("p = x |> named; output y = p;", "p.dense.W", "p.dense.b"),
                Case.of("a = x |> sometimes(true); b = a |> sometimes(false); output y = b;", "a.a"),
                Case.of("f = body(4); y = f(x) + f(x); output y = y;", "y.body.W", "y.body2.W"),
                Case.of("y = twice(body(4), x); output y = y;", "y.body.W", "y.body2.W"),
                Case.of("[a, b] = split(x |> body(4), 2); output y = a + b;", "a.W"),
                Case.of(
                        "y = x |> looped; output y = y;",
                        "y.x[0].W",
                        "y.x[0].b",
                        "y.s[0]",
                        "y.x[1].W",
                        "y.x[1].b",
                        "y.s[1]"),
                Case.of(
                        "y = training ? x |> body(4) : x |> body(5) |> body(4); output y = y;",
                        "y.body.W",
                        "y.body2.W",
                        "y.body3.W"),
                Case.of("f = x |> feed_forward(8); output y = f;", "f.inner.W", "f.inner.b", "f.outer.W", "f.outer.b"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAreCalledAsTheLanguageSays(Case row) {
        String program =
                "package t;\n" + LAYERS + "network Net { size N; input x: float[N, 4]; " + row.statements() + " }";

        List<String> prediction = paths(Elaborated.network(Options.of(false), program));
        List<String> training = paths(Elaborated.network(Options.of(true), program));

        assertThat(prediction).containsExactlyElementsOf(row.paths());
        assertThat(training).isEqualTo(prediction);
    }

    private static List<String> paths(Network network) {
        assertThat(network.parameters())
                .allSatisfy(parameter ->
                        assertThat(((Leaf) parameter.leaf().op()).name()).isEqualTo(parameter.path()));
        return network.parameters().stream().map(Parameter::path).toList();
    }
}
