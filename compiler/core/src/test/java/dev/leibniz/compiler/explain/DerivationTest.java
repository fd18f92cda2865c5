package dev.leibniz.compiler.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.PinTargets;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What textbooks write about backpropagation comes out of the rules. */
final class DerivationTest {
    private static final Size N = Size.symbol("N");

    private final Graph graph = new Graph();
    private final Builder g = new Builder(graph, Span.none());
    private final Map<Leaf, Ranges.Bounds> bounds = new LinkedHashMap<>();

    @Test
    void anAddGateHandsTheGradientOn() {
        Value x = input("x");
        Value y = input("y");
        Value z = named("z", g.add(x, y));

        assertThat(derivation(upstream(z), "x", x, "y", y)).containsExactly("xBar = u", "yBar = u");
    }

    @Test
    void aMultiplyGateSwapsItsInputs() {
        Value x = input("x");
        Value y = input("y");
        Value z = named("z", g.multiply(x, y));

        assertThat(derivation(upstream(z), "x", x, "y", y)).containsExactly("xBar = u * y", "yBar = u * x");
    }

    @Test
    void aReluGateLetsTheGradientThroughWhereItIsOpen() {
        Value x = input("x", N);
        Value z = named("z", g.select(g.compare(Relation.LESS_EQUAL, x, g.zero()), g.zero(), x));

        assertThat(derivation(upstream(z), "x", x)).containsExactly("xBar = x <= 0 ? 0 : u");
    }

    @Test
    void pathsThatMeetAreSummed() {
        Value x = input("x", N);
        Value z = named("z", g.add(g.sin(x), g.exp(x)));

        assertThat(derivation(upstream(z), "x", x)).containsExactly("xBar = u * (exp(x) + cos(x))");
    }

    @Test
    void aDenseLayerHasTheFourEquations() {
        Value x = input("x", N, Size.of(4));
        Value w = parameter("W", Size.of(4), Size.of(3));
        Value b = parameter("b", Size.of(3));
        Value z = named("z", g.add(matrixProduct(x, w), b));
        Value a = named("a", g.sigmoid(z));

        assertThat(derivation(upstream(a), "z", z, "b", b, "W", w, "x", x))
                .containsExactly(
                        "zBar = u * (a * (1 - a))",
                        "bBar = sum(zBar, axis = 0)",
                        "xBar = zBar @ W'",
                        "WBar = x' @ zBar");
    }

    @Test
    void theErrorOfALayerFollowsFromThatOfTheNext() {
        Value x = input("x", N, Size.of(4));
        Value w1 = parameter("W1", Size.of(4), Size.of(5));
        Value b1 = parameter("b1", Size.of(5));
        Value w2 = parameter("W2", Size.of(5), Size.of(3));
        Value b2 = parameter("b2", Size.of(3));
        Value z1 = named("z1", g.add(matrixProduct(x, w1), b1));
        Value a1 = named("a1", g.sigmoid(z1));
        Value z2 = named("z2", g.add(matrixProduct(a1, w2), b2));
        Value a2 = named("a2", g.sigmoid(z2));

        assertThat(derivation(upstream(a2), "z2", z2, "a1", a1, "z1", z1, "W2", w2, "W1", w1))
                .containsExactly(
                        "z2Bar = u * (a2 * (1 - a2))",
                        "a1Bar = z2Bar @ W2'",
                        "W2Bar = a1' @ z2Bar",
                        "z1Bar = a1Bar * (a1 * (1 - a1))",
                        "W1Bar = x' @ z1Bar");
    }

    @Test
    void softmaxWithCrossEntropyGivesSoftmaxMinusOneHot() {
        Value z = input("z", N, Size.of(3));
        Value label = label("label", N, 3);
        Value p = g.softmax(z, List.of(1));
        Value chosen = g.sum(g.multiply(g.oneHot(label, Size.of(3)), g.log(p)), List.of(1));
        Value loss = mean(g.negate(g.reshape(chosen, Shape.of(N))));

        assertThat(derivation(loss, "z", z)).containsExactly("zBar = (softmax(z, axis = 1) - one_hot(label, 3)) / N");
    }

    @Test
    void theLibrarysCrossEntropyGivesTheSame() {
        Value z = input("z", N, Size.of(3));
        Value label = label("label", N, 3);
        Value total = g.reshape(g.logSumExp(z, List.of(1)), Shape.of(N));
        Value chosen = g.sum(g.multiply(g.oneHot(label, Size.of(3)), z), List.of(1));
        Value loss = mean(g.subtract(total, g.reshape(chosen, Shape.of(N))));

        assertThat(derivation(loss, "z", z)).containsExactly("zBar = (softmax(z, axis = 1) - one_hot(label, 3)) / N");
    }

    @Test
    void binaryCrossEntropyGivesSigmoidMinusTarget() {
        Value z = input("z", N);
        Value t = input("t", N);
        Value p = g.sigmoid(z);
        Value loss = mean(g.negate(g.add(
                g.multiply(t, g.log(p)), g.multiply(g.subtract(g.one(), t), g.log(g.subtract(g.one(), p))))));

        assertThat(derivation(loss, "z", z)).containsExactly("zBar = (sigmoid(z) - t) / N");
    }

    @Test
    void theMeanSquareGivesTheDifference() {
        Value y = input("y", N);
        Value t = input("t", N);
        Value loss = mean(g.power(g.subtract(y, t), g.constant(2)));

        assertThat(derivation(loss, "y", y)).containsExactly("yBar = 2 / N * (y - t)");
    }

    @Test
    void aResidualConnectionAddsOneToTheSlope() {
        Value x = input("x", N);
        Value f = named("f", g.tanh(x));
        Value z = named("z", g.add(x, f));

        assertThat(derivation(upstream(z), "x", x)).containsExactly("xBar = u * (1 + (1 - f * f))");
    }

    @Test
    void aResidualBlockHandsTheGradientOnBesideItsOwn() {
        Value x = input("x", N, Size.of(4));
        Value w = parameter("W", Size.of(4), Size.of(4));
        Value z = named("z", g.add(x, matrixProduct(x, w)));

        assertThat(derivation(upstream(z), "x", x)).containsExactly("xBar = u + u @ W'");
    }

    @Test
    void attentionRuns() {
        Size t = Size.symbol("T");
        Size d = Size.of(4);
        Value q = input("q", N, t, d);
        Value k = input("k", N, t, d);
        Value v = input("v", N, t, d);
        Value scores =
                named("scores", g.divide(g.contract(List.of(q, k), List.of("bqd", "bkd"), "bqk"), g.constant(2)));
        Value weights = named("weights", g.softmax(scores, List.of(2)));
        Value y = named("y", g.contract(List.of(weights, v), List.of("bqk", "bkd"), "bqd"));

        assertThat(derivation(upstream(y), "scores", scores, "q", q, "k", k, "v", v))
                .containsExactly(
                        "vBar = einsum(\"abc,abd->acd\", weights, u)",
                        "scoresBar = weights * (weightsBar - sum(weightsBar * weights, axis = 2))",
                        "t1 = scoresBar / 2",
                        "qBar = einsum(\"abc,acd->abd\", t1, k)",
                        "kBar = einsum(\"abc,abd->adc\", q, t1)");
    }

    // -- how graphs are made

    private Value input(String name, Size... shape) {
        return g.leaf(Leaf.Kind.INPUT, name, TensorType.floats(Shape.of(shape)));
    }

    private Value label(String name, Size count, int classes) {
        Value label = g.leaf(Leaf.Kind.INPUT, name, TensorType.ints(Shape.of(count)));
        bounds.put((Leaf) label.op(), new Ranges.Bounds(Size.ZERO, Size.of(classes)));
        return label;
    }

    private Value parameter(String name, Size... shape) {
        return g.leaf(Leaf.Kind.PARAMETER, name, TensorType.floats(Shape.of(shape)));
    }

    private Value named(String name, Value value) {
        graph.name(value, name);
        return value;
    }

    private Value matrixProduct(Value a, Value b) {
        return g.contract(List.of(a, b), List.of("nk", "km"), "nm");
    }

    private Value mean(Value x) {
        return g.divide(g.sumAll(x), g.size(x.shape().elements()));
    }

    /** A scalar whose derivative by {@code z} is the input u. */
    private Value upstream(Value z) {
        return g.sumAll(g.multiply(z, g.leaf(Leaf.Kind.INPUT, "u", z.type())));
    }

    /** The derivative of {@code loss} by each of the values, after all phases. */
    private List<String> derivation(Value loss, Object... namesAndValues) {
        List<String> names = new ArrayList<>();
        List<Value> gradients = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            names.add(namesAndValues[i] + "Bar");
            gradients.add(g.gradient(loss, (Value) namesAndValues[i + 1]));
        }
        Program program = differentiated(new Program(graph, gradients));
        Map<String, Value> wanted = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            wanted.put(names.get(i), program.roots().get(i));
        }
        return Notations.lines(program.graph(), wanted);
    }

    private Program differentiated(Program program) {
        Rewriting rewriting = new Rewriting(new Ranges(bounds));
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
