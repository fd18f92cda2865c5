package dev.leibniz.compiler.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.ir.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of the standard library compute their formulas, also far from 0. */
class StandardFunctionsTest {
    private static final double[] HARD = {
        -1e4, -1000, -88.7, -30, -6, -3, -1, -1e-3, -1e-9, 0, 1e-9, 1e-3, 0.5, 1, 3, 6, 30, 88.7, 1000, 1e4
    };

    /** An expression of {@code x} and what it is. */
    record Curve(String expression, DoubleUnaryOperator expected) {
        @Override
        public String toString() {
            return expression;
        }
    }

    static List<Curve> curves() {
        return List.of(
                new Curve("relu(x)", x -> Math.max(x, 0)),
                new Curve("leaky_relu(x)", x -> x > 0 ? x : 0.01 * x),
                new Curve("leaky_relu(x, slope = 0.2)", x -> x > 0 ? x : 0.2 * x),
                new Curve("relu6(x)", x -> Math.min(Math.max(x, 0), 6)),
                new Curve("elu(x)", x -> x > 0 ? x : Math.expm1(x)),
                new Curve("selu(x)", x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
                new Curve(
                        "gelu_tanh(x)",
                        x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))),
                new Curve("silu(x)", x -> x / (1 + Math.exp(-x))),
                new Curve("softplus(x)", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
                new Curve("log_sigmoid(x)", x -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)))),
                new Curve("mish(x)", x -> x * Math.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))))),
                new Curve("hard_sigmoid(x)", x -> Math.min(Math.max(x + 3, 0), 6) / 6),
                new Curve("softsign(x)", x -> x / (1 + Math.abs(x))),
                new Curve("clip(x, -1, 2)", x -> Math.min(Math.max(x, -1), 2)),
                new Curve("softmax(stack([x, 0 * x], axis = 1))[:, 0]", x -> 1 / (1 + Math.exp(-x))),
                new Curve(
                        "log_softmax(stack([x, 0 * x], axis = 1))[:, 0]",
                        x -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)))),
                new Curve("softmin(stack([x, 0 * x], axis = 1))[:, 0]", x -> 1 / (1 + Math.exp(x))),
                new Curve("binary_cross_entropy(x, 1)", x -> Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
                new Curve("binary_cross_entropy(x, 0)", x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
                new Curve("squared_error(x, 1)", x -> (x - 1) * (x - 1)),
                new Curve("absolute_error(x, 1)", x -> Math.abs(x - 1)),
                new Curve("huber(x, 0)", x -> Math.abs(x) <= 1 ? x * x / 2 : Math.abs(x) - 0.5),
                new Curve("huber(x, 0, delta = 2)", x -> Math.abs(x) <= 2 ? x * x / 2 : 2 * (Math.abs(x) - 1)),
                new Curve("hinge(x, -1)", x -> Math.max(0, 1 + x)),
                new Curve(
                        "cross_entropy(stack([x, 0 * x], axis = 1), stack([0 * x + 0.25, 0 * x + 0.75], axis = 1))",
                        x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - 0.25 * x),
                new Curve(
                        "cosine_similarity(stack([x, 0 * x], axis = 1), [0, 1][1] + zeros([N, 2]))",
                        x -> x == 0
                                ? 0
                                : Math.abs(x) < 1e-8 ? x / 1e-8 * Math.sqrt(0.5) : Math.signum(x) * Math.sqrt(0.5)));
    }

    @ParameterizedTest
    @MethodSource("curves")
    void aFunctionIsItsFormulaEverywhere(Curve curve) {
        Network network = Elaborated.of("size N; input x: float[N]; output y = " + curve.expression() + ";");
        double[] expected = Arrays.stream(HARD).map(curve.expected()).toArray();

        Tensor y = Elaborated.output(network, Map.of("x", new Tensor(new int[] {HARD.length}, HARD)));

        for (int i = 0; i < HARD.length; i++) {
            assertThat(y.data()[i])
                    .as("at " + HARD[i])
                    .isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void divergenceCountsNothingWhereTheTargetIsZero() {
        Network network =
                Elaborated.of("input p: float[2, 2]; input q: float[2, 2]; output y = kl_divergence(log(p), q);");
        Tensor y = Elaborated.output(
                network,
                Map.of(
                        "p", new Tensor(new int[] {2, 2}, new double[] {0.5, 0.5, 0.25, 0.75}),
                        "q", new Tensor(new int[] {2, 2}, new double[] {1, 0, 0.5, 0.5})));

        assertThat(y.data())
                .containsExactly(
                        new double[] {Math.log(2), 0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3)}, within(1e-12));
    }

    @Test
    void penaltiesAreSums() {
        Network network = Elaborated.of("input x: float[2]; output y = [l1(x), l2(x)][0] * 100 + l2(x);");

        assertThat(Elaborated.output(network, Map.of("x", new Tensor(new int[] {2}, new double[] {-1, 2})))
                        .data())
                .containsExactly(305);
    }

    @Test
    void attentionSeesWhatTheMaskAllows() {
        String header = "input v: float[2, 1]; input m: bool[2, 2]; input f: float[2, 2]; zero = zeros([2, 3]); ";
        Map<String, Tensor> in = Map.of(
                "v", new Tensor(new int[] {2, 1}, new double[] {1, 5}),
                "m", new Tensor(new int[] {2, 2}, new double[] {0, 1, 1, 1}),
                "f", new Tensor(new int[] {2, 2}, new double[] {0, Math.log(3), 0, 0}));

        assertThat(Elaborated.output(
                                Elaborated.of(header
                                        + "output y = attention(zero, zero, v) + 0 * sum(f) + (m ? 0 : 0)[:, 0:1];"),
                                in)
                        .data())
                .containsExactly(new double[] {3, 3}, within(1e-12));
        assertThat(Elaborated.output(Elaborated.of(header + "output y = attention(zero, zero, v, mask = m);"), in)
                        .data())
                .containsExactly(new double[] {5, 3}, within(1e-12));
        assertThat(Elaborated.output(Elaborated.of(header + "output y = attention(zero, zero, v, mask = f);"), in)
                        .data())
                .containsExactly(new double[] {4, 3}, within(1e-12));
        assertThat(Elaborated.output(Elaborated.of(header + "output y = attention(zero, zero, v, causal = true);"), in)
                        .data())
                .containsExactly(new double[] {1, 3}, within(1e-12));
    }

    @Test
    void transformerBlocksNormaliseFirst() {
        Network network = Elaborated.of(
                "size N; size T; input x: float[N, T, 8]; h = x |> transformer_block(2, 16, causal = true); output y = h;");

        assertThat(network.parameters())
                .extracting(Parameter::path)
                .containsExactly(
                        "h.norm1.scale",
                        "h.norm1.shift",
                        "h.attention.Wq",
                        "h.attention.Wk",
                        "h.attention.Wv",
                        "h.attention.Wo",
                        "h.attention.bq",
                        "h.attention.bk",
                        "h.attention.bv",
                        "h.attention.bo",
                        "h.norm2.scale",
                        "h.norm2.shift",
                        "h.feed_forward.inner.W",
                        "h.feed_forward.inner.b",
                        "h.feed_forward.outer.W",
                        "h.feed_forward.outer.b");
        assertThat(network.outputs().get(0).value().type()).hasToString("float[N, T, 8]");
    }

    @Test
    void lionStepsByTheSignOfItsMean() {
        Network network = Elaborated.of("param a: float = 1; loss a^2; train lion(rate = 0.5, decay = 0.1);");
        UpdateRule lion = network.rules().get(0);

        List<Tensor> next = Elaborated.evaluate(
                lion.graph(),
                List.of(lion.nextW(), lion.states().get(0).next()),
                Map.of("P", 1L),
                Map.of(
                        "w", new Tensor(new int[] {1}, new double[] {2}),
                        "g", new Tensor(new int[] {1}, new double[] {-3}),
                        "mean", new Tensor(new int[] {1}, new double[] {1})));

        assertThat(next.get(0).data()).containsExactly(new double[] {2 * 0.95 - 0.5}, within(1e-12));
        assertThat(next.get(1).data()).containsExactly(new double[] {0.99 - 0.03}, within(1e-12));
    }
}
