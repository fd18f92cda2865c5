package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of the standard library's functions, as the passes leave them, are right near 0 and finite far from it. */
class StandardGradientsTest {
    private static final double[] NEAR = {-3.7, -2.2, -0.9, -0.3, 0.2, 0.7, 1.6, 2.4, 3.8};
    private static final double[] FAR = {-1e4, -2000, -750, -100, -40, 40, 100, 750, 2000, 1e4};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relu(x)",
                "leaky_relu(x)",
                "relu6(x)",
                "elu(x)",
                "selu(x)",
                "gelu(x)",
                "gelu_tanh(x)",
                "silu(x)",
                "softplus(x)",
                "log_sigmoid(x)",
                "mish(x)",
                "softsign(x)",
                "clip(x, -1, 2)",
                "softmax(stack([x, 0 * x], axis = 1))[:, 0]",
                "log_softmax(stack([x, 0 * x], axis = 1))[:, 0]",
                "softmin(stack([x, 0 * x], axis = 1))[:, 0]",
                "binary_cross_entropy(x, 1)",
                "binary_cross_entropy(x, 0)",
                "binary_cross_entropy(x, 0.3)",
                "squared_error(x, 1)",
                "absolute_error(x, 1)",
                "huber(x, 0)",
                "hinge(x, -1)",
                "cross_entropy(stack([x, 0 * x], axis = 1), broadcast(range(1), shape(x)))",
                "cross_entropy(stack([x, 0 * x], axis = 1), stack([0 * x + 0.25, 0 * x + 0.75], axis = 1))",
                "kl_divergence(log_softmax(stack([x, 0 * x], axis = 1)), stack([0 * x + 0.25, 0 * x + 0.75], axis = 1))",
                "cosine_similarity(stack([x, 0 * x + 1], axis = 1), zeros([N, 2]) + 1)"
            })
    void theDerivativeOfAStandardFunctionIsRightAndFinite(String expression) {
        double[] gradient = gradient(expression, NEAR);
        double h = 1e-5;
        double[] above = values(expression, Arrays.stream(NEAR).map(x -> x + h).toArray());
        double[] below = values(expression, Arrays.stream(NEAR).map(x -> x - h).toArray());
        for (int i = 0; i < NEAR.length; i++) {
            assertThat(gradient[i]).as("at " + NEAR[i]).isCloseTo((above[i] - below[i]) / (2 * h), within(1e-7));
        }
        assertThat(gradient(expression, FAR))
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(values(expression, FAR))
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    private static double[] gradient(String expression, double[] x) {
        return run("y = " + expression + "; output g = grad(y, x);", x);
    }

    private static double[] values(String expression, double[] x) {
        return run("output y = " + expression + ";", x);
    }

    private static double[] run(String statements, double[] x) {
        Diagnostics diagnostics = new Diagnostics();
        String text = "package t; network Net { size N; input x: float[N]; " + statements + " }";
        List<Network> networks = Elaborator.elaborate(
                List.of(Parser.parse(new SourceFile("Net.nn", text), diagnostics)),
                List.of(),
                Options.of(false),
                diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        Network network = networks.get(0);
        Program done = Passes.run(network.graph(), network.predictionRoots(), Ranges.none(), Watch.silent());
        Map<Leaf, Tensor> leaves = new HashMap<>();
        for (Value value : done.graph().values()) {
            if (value.op() instanceof Leaf leaf) {
                leaves.put(leaf, new Tensor(new int[] {x.length}, x));
            }
        }
        return new Interpreter(Map.of("N", (long) x.length), leaves)
                .evaluate(done.graph(), done.roots())
                .get(0)
                .data();
    }
}
