package dev.leibniz.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.PinTargets;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What textbooks write about backpropagation comes out of the rules. The input u is the gradient that arrives from above. */
final class DerivationTest {
    @Test
    void anAddGateHandsTheGradientOn() {
        assertThat(derivation("input x: float; input y: float; input u: float; loss u * (x + y);", "x", "y"))
                .containsExactly("xBar = u", "yBar = u");
    }

    @Test
    void aMultiplyGateSwapsItsInputs() {
        assertThat(derivation("input x: float; input y: float; input u: float; loss u * (x * y);", "x", "y"))
                .containsExactly("xBar = u * y", "yBar = u * x");
    }

    @Test
    void aReluGateLetsTheGradientThroughWhereItIsOpen() {
        assertThat(derivation("input x: float[N]; input u: float[N]; loss sum(relu(x) * u);", "x"))
                .containsExactly("xBar = x <= 0 ? 0 : u");
    }

    @Test
    void pathsThatMeetAreSummed() {
        assertThat(derivation("input x: float[N]; input u: float[N]; loss sum((sin(x) + exp(x)) * u);", "x"))
                .containsExactly("xBar = u * (exp(x) + cos(x))");
    }

    @Test
    void aDenseLayerHasTheFourEquations() {
        String layer = """
                input x: float[N, 4];
                input u: float[N, 3];
                param W: float[4, 3] = zeros();
                param b: float[3] = zeros();
                z = x @ W + b;
                a = sigmoid(z);
                loss sum(a * u);
                """;

        assertThat(derivation(layer, "z", "b", "W", "x"))
                .containsExactly(
                        "zBar = u * (a * (1 - a))",
                        "bBar = sum(zBar, axis = 0)",
                        "xBar = zBar @ W'",
                        "WBar = x' @ zBar");
    }

    @Test
    void theErrorOfALayerFollowsFromThatOfTheNext() {
        String layers = """
                input x: float[N, 4];
                input u: float[N, 3];
                param W1: float[4, 5] = zeros();
                param b1: float[5] = zeros();
                param W2: float[5, 3] = zeros();
                param b2: float[3] = zeros();
                z1 = x @ W1 + b1;
                a1 = sigmoid(z1);
                z2 = a1 @ W2 + b2;
                a2 = sigmoid(z2);
                loss sum(a2 * u);
                """;

        assertThat(derivation(layers, "z2", "a1", "z1", "W2", "W1"))
                .containsExactly(
                        "z2Bar = u * (a2 * (1 - a2))",
                        "a1Bar = z2Bar @ W2'",
                        "W2Bar = a1' @ z2Bar",
                        "z1Bar = a1Bar * (a1 * (1 - a1))",
                        "W1Bar = x' @ z1Bar");
    }

    @Test
    void crossEntropyGivesSoftmaxMinusOneHot() {
        String loss = "input z: float[N, 3]; input label: int[N] in 0..3; loss mean(cross_entropy(z, label));";

        assertThat(derivation(loss, "z")).containsExactly("zBar = (softmax(z, axis = 1) - one_hot(label, 3)) / N");
    }

    @Test
    void crossEntropyWrittenByHandGivesTheSame() {
        String inputs = "input z: float[N, 3]; input label: int[N] in 0..3;";
        String[] losses = {
            "loss mean(-sum(one_hot(label, 3) * log(softmax(z)), axis = 1));",
            "loss mean(-log(sum(one_hot(label, 3) * softmax(z), axis = 1)));",
            "loss mean(-log(sum(one_hot(label, 3) * (exp(z) / sum(exp(z), axis = 1, keep = true)), axis = 1)));",
            "m = max(z, axis = 1, keep = true); e = exp(z - m); p = e / sum(e, axis = 1, keep = true);"
                    + " loss mean(-sum(one_hot(label, 3) * log(p), axis = 1));"
        };

        for (String loss : losses) {
            assertThat(derivation(inputs + loss, "z"))
                    .as(loss)
                    .containsExactly("zBar = (softmax(z, axis = 1) - one_hot(label, 3)) / N");
        }
    }

    @Test
    void labelsThatMayBeOutOfRangeKeepTheirSum() {
        String loss = "input z: float[N, 3]; input label: int[N];"
                + " loss sum(-sum(one_hot(label, 3) * log(softmax(z)), axis = 1));";

        assertThat(derivation(loss, "z"))
                .containsExactly("t1 = one_hot(label, 3)", "zBar = sum(t1, axis = 1) * softmax(z, axis = 1) - t1");
    }

    @Test
    void binaryCrossEntropyGivesSigmoidMinusTarget() {
        String inputs = "input z: float[N]; input t: float[N];";

        assertThat(derivation(inputs + "loss mean(binary_cross_entropy(z, t));", "z"))
                .containsExactly("zBar = (sigmoid(z) - t) / N");
        assertThat(derivation(inputs + "p = sigmoid(z); loss mean(-(t * log(p) + (1 - t) * log(1 - p)));", "z"))
                .containsExactly("zBar = (sigmoid(z) - t) / N");
        assertThat(derivation(inputs + "p = 1 / (1 + exp(-z)); loss mean(-(t * log(p) + (1 - t) * log(1 - p)));", "z"))
                .containsExactly("zBar = (sigmoid(z) - t) / N");
    }

    @Test
    void theMeanSquareGivesTheDifference() {
        assertThat(derivation("input y: float[N]; input t: float[N]; loss mean(squared_error(y, t));", "y"))
                .containsExactly("yBar = 2 / N * (y - t)");
    }

    @Test
    void aResidualConnectionAddsOneToTheSlope() {
        assertThat(derivation("input x: float[N]; input u: float[N]; f = tanh(x); loss sum((x + f) * u);", "x"))
                .containsExactly("xBar = u * (1 + (1 - f * f))");
    }

    @Test
    void aResidualBlockHandsTheGradientOnBesideItsOwn() {
        String block = """
                input x: float[N, 4];
                input u: float[N, 4];
                param W: float[4, 4] = zeros();
                loss sum((x + x @ W) * u);
                """;

        assertThat(derivation(block, "x")).containsExactly("xBar = u + u @ W'");
    }

    @Test
    void aGradientPenaltyIsDifferentiatedTwice() {
        String penalty = "input x: float[N]; s = grad(sum(x^3), x); loss sum(s^2);";

        assertThat(derivation(penalty, "x")).containsExactly("xBar = 36 * (x^2 * x)");
    }

    @Test
    void attentionHandsTheGradientToQueriesKeysAndValues() {
        String attention = """
                size T;
                input q: float[N, T, 4];
                input k: float[N, T, 4];
                input v: float[N, T, 4];
                input u: float[N, T, 4];
                scores = q @ k' / 2;
                weights = softmax(scores);
                loss sum(weights @ v * u);
                """;

        assertThat(derivation(attention, "scores", "q", "k", "v"))
                .containsExactly(
                        "vBar = einsum(\"abc,abd->acd\", weights, u)",
                        "scoresBar = weights * (weightsBar - sum(weightsBar * weights, axis = 2))",
                        "t1 = scoresBar / 2",
                        "qBar = einsum(\"abc,acd->abd\", t1, k)",
                        "kBar = einsum(\"abc,abd->adc\", q, t1)");
    }

    @Test
    void aConvolutionHasGradientsThatAreConvolutionsToo() {
        String layer = """
                input x: float[N, 3, 8, 9];
                input u: float[N, 4, 6, 8];
                param W: float[4, 3, 3, 2] = zeros();
                param b: float[4] = zeros();
                z = conv(x, W) + reshape(b, [4, 1, 1]);
                a = sigmoid(z);
                loss sum(a * u);
                """;

        assertThat(derivation(layer, "z", "b", "W", "x"))
                .containsExactly(
                        "zBar = u * (a * (1 - a))",
                        "bBar = sum(zBar, axis = [0, 2, 3])",
                        "WBar = einsum(\"abcdef,agcd->gbef\", windows(x, [3, 2]), zBar)",
                        "xBar = overlap_add(einsum(\"abcd,befg->aecdfg\", zBar, W), [8, 9])");
    }

    @Test
    void paddingAndStrideAreUndoneByTheGradientOfAConvolution() {
        String layer = """
                input x: float[N, 3, 9];
                input u: float[N, 4, 5];
                param W: float[4, 3, 3] = zeros();
                z = conv(x, W, stride = 2, padding = 1);
                loss sum(z * u);
                """;

        assertThat(derivation(layer, "W", "x"))
                .containsExactly(
                        "WBar = einsum(\"abcd,aec->ebd\", windows(pad(x, axis = 2, 1, 1), [3], stride = [2]), u)",
                        "xBar = overlap_add(einsum(\"abc,bde->adce\", u, W), [11], stride = [2])[:, :, 1:10]");
    }

    @Test
    void aTransposedConvolutionHasTheGradientOfAConvolutionInReverse() {
        String layer = """
                input x: float[N, 3, 5];
                input u: float[N, 4, 9];
                param W: float[3, 4, 3] = zeros();
                z = conv_transpose(x, W, stride = 2, padding = 1);
                loss sum(z * u);
                """;

        assertThat(derivation(layer, "W", "x"))
                .containsExactly(
                        "t1 = windows(pad(u, axis = 2, 1, 1), [3], stride = [2])",
                        "xBar = einsum(\"abcd,ebd->aec\", t1, W)",
                        "WBar = einsum(\"abc,adce->bde\", x, t1)");
    }

    @Test
    void aPoolHandsTheGradientToItsFirstLargestOrToAll() {
        String input = "input x: float[N, 3, 8]; input u: float[N, 3, 4];";

        assertThat(derivation(input + "loss sum(max_pool(2)(x) * u);", "x"))
                .containsExactly("xBar = overlap_add(argmax(windows(x, [2], stride = [2]), axis = 3) == range(2)"
                        + " ? reshape(u, [N, 3, 4, 1]) : 0, [8], stride = [2])");
        assertThat(derivation(input + "loss sum(avg_pool(2)(x) * u);", "x"))
                .containsExactly(
                        "xBar = overlap_add(broadcast(reshape(u / 2, [N, 3, 4, 1]), [N, 3, 4, 2]), [8], stride = [2])");
    }

    /** The derivatives of a network's loss by these of its values, after all phases that keep composites. */
    private static List<String> derivation(String statements, String... by) {
        Network network = network("package t; network Net { size N; " + statements + " }");
        Builder g = new Builder(network.graph(), Span.none());
        List<Value> gradients = new ArrayList<>();
        for (String name : by) {
            Value x = network.graph().values().stream()
                    .filter(value -> isCalled(name, value, network.graph()))
                    .findFirst()
                    .orElseThrow();
            gradients.add(g.gradient(network.loss().orElseThrow().value(), x));
        }
        Program program = differentiated(new Program(network.graph(), gradients), ranges(network));
        Map<String, Value> wanted = new LinkedHashMap<>();
        for (int i = 0; i < by.length; i++) {
            wanted.put(by[i] + "Bar", program.roots().get(i));
        }
        return Notations.equations(program.graph(), wanted).stream()
                .map(Equation::text)
                .toList();
    }

    private static Network network(String text) {
        Diagnostics diagnostics = new Diagnostics();
        List<Network> networks = Elaborator.elaborate(
                List.of(Parser.parse(new SourceFile("Test.nn", text), diagnostics)),
                List.of(),
                Options.of(true),
                diagnostics);
        diagnostics.throwIfErrors();
        return networks.get(0);
    }

    private static boolean isCalled(String name, Value value, Graph graph) {
        return value.op() instanceof Leaf leaf
                ? leaf.name().equals(name)
                : graph.nameOf(value).filter(name::equals).isPresent();
    }

    private static Ranges ranges(Network network) {
        Map<Leaf, Ranges.Bounds> bounds = new HashMap<>();
        network.inputs()
                .forEach(input -> input.range()
                        .ifPresent(range ->
                                bounds.put((Leaf) input.leaf().op(), new Ranges.Bounds(range.low(), range.high()))));
        return new Ranges(bounds);
    }

    private static Program differentiated(Program program, Ranges ranges) {
        Rewriting rewriting = new Rewriting(ranges);
        Graph pinned = new Graph();
        List<Value> roots = PinTargets.run(program.graph(), program.roots(), pinned);
        Program stable = rewriting.stabilise(new Program(pinned, roots));
        Graph expanded = new Graph();
        roots = Differentiate.run(stable.graph(), stable.roots(), expanded);
        Graph free = new Graph();
        roots = Differentiate.unpin(expanded, roots, free);
        Program canonical = rewriting.canonicalise(new Program(free, roots));
        return rewriting.simplify(rewriting.stabiliseDerivatives(canonical));
    }
}
