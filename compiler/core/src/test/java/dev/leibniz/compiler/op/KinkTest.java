package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives where there is more than one answer, or where a careless formula gives NaN. */
final class KinkTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The derivatives, of one order after the other, of the sum of a function of a vector. */
    record Kink(String name, BiFunction<Builder, Value, Value> make, double[] x, List<double[]> derivatives) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Kink at(String name, BiFunction<Builder, Value, Value> make, double[] x, double[]... derivatives) {
        return new Kink(name, make, x, List.of(derivatives));
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    static List<Kink> kinks() {
        return List.of(
                at("abs has 0 at 0", Builder::abs, of(0, -0.0), of(0, 0), of(0, 0)),
                at("sign has 0", Builder::sign, of(0, -1), of(0, 0)),
                at("floor has 0", Builder::floor, of(1, 1.5), of(0, 0)),
                at("round has 0", Builder::round, of(0.5, 1.5), of(0, 0)),
                at("stop_gradient has 0", Builder::stopGradient, of(2), of(0)),
                at("relu by a choice has 0 at 0", KinkTest::relu, of(-1, 0, 1), of(0, 0, 1), of(0, 0, 0)),
                at("max with an equal one has half", (g, x) -> g.maximum(x, g.zero()), of(-1, 0, 1), of(0, 0.5, 1)),
                at(
                        "equal ones of max get half each",
                        (g, x) -> g.maximum(x, g.multiply(x, g.constant(3))),
                        of(0, 1, -1),
                        of(2, 3, 1)),
                at("min with an equal one has half", (g, x) -> g.minimum(x, g.zero()), of(-1, 0, 1), of(1, 0.5, 0)),
                at(
                        "largest of a row splits evenly",
                        (g, x) -> g.reduce(Combine.MAXIMUM, x, List.of(0)),
                        of(3, 1, 3, 3),
                        of(1 / 3.0, 0, 1 / 3.0, 1 / 3.0)),
                at(
                        "smallest of a row splits evenly",
                        (g, x) -> g.reduce(Combine.MINIMUM, x, List.of(0)),
                        of(1, 2, 1),
                        of(0.5, 0, 0.5)),
                at(
                        "product with one zero",
                        (g, x) -> g.reduce(Combine.PRODUCT, x, List.of(0)),
                        of(0, 2, 3),
                        of(6, 0, 0),
                        of(5, 3, 2)),
                at(
                        "product with two zeros",
                        (g, x) -> g.reduce(Combine.PRODUCT, x, List.of(0)),
                        of(0, 0, 3),
                        of(0, 0, 0),
                        of(3, 3, 0)),
                at("sqrt has infinity at 0", Builder::sqrt, of(0, 4), of(INFINITY, 0.25)),
                at("x^0 has 0", (g, x) -> g.power(x, g.zero()), of(0, -0.0, 2, -3), of(0, 0, 0, 0), of(0, 0, 0, 0)),
                at("x^1 has 1", (g, x) -> g.power(x, g.one()), of(0, -2, 3), of(1, 1, 1), of(0, 0, 0), of(0, 0, 0)),
                at("x^2 at 0", (g, x) -> g.power(x, g.constant(2)), of(0, -3), of(0, -6), of(2, 2), of(0, 0)),
                at("x^0.5 has infinity at 0", (g, x) -> g.power(x, g.constant(0.5)), of(0, 4), of(INFINITY, 0.25)),
                at("2^x", (g, x) -> g.power(g.constant(2), x), of(0, 1), of(Math.log(2), 2 * Math.log(2))),
                at("0^x has 0", (g, x) -> g.power(g.zero(), x), of(2, 0.5, 0), of(0, 0, 0), of(0, 0, 0)),
                at(
                        "x^x of negative x by the base is finite",
                        (g, x) -> g.power(x, g.stopGradient(x)),
                        of(-2),
                        of(0.25)),
                at("softplus has a half at 0", Builder::softplus, of(0), of(0.5), of(0.25)),
                at(
                        "the definition of softplus has a half at 0",
                        (g, x) -> ((Composite) g.softplus(x).op()).definition(g),
                        of(0),
                        of(0.5)),
                at("logsumexp of equal ones", (g, x) -> g.logSumExp(x, List.of(0)), of(1, 1), of(0.5, 0.5)),
                at(
                        "the definition of logsumexp of equal ones",
                        (g, x) -> ((Composite) g.logSumExp(x, List.of(0)).op()).definition(g),
                        of(1, 1),
                        of(0.5, 0.5)));
    }

    private static Value relu(Builder g, Value x) {
        return g.select(g.compare(Relation.GREATER, x, g.zero()), x, g.zero());
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void isWhatTheLanguageSays(Kink kink) {
        Graph graph = new Graph();
        Builder g = new Builder(graph, Span.none());
        Value x = g.leaf(Leaf.Kind.INPUT, "x", TensorType.floats(Shape.of(kink.x().length)));
        Value y = kink.make().apply(g, x);
        for (double[] expected : kink.derivatives()) {
            y = ReverseMode.gradients(graph, y, List.of(x)).get(0).orElse(g.broadcast(g.zero(), x.shape()));
            assertThat(evaluate(graph, y, x, kink.x())).containsExactly(expected, within(1e-15));
        }
    }

    private static double[] evaluate(Graph graph, Value y, Value x, double... numbers) {
        Tensor tensor = new Tensor(new int[] {numbers.length}, numbers);
        return new Interpreter(Map.of(), Map.of((Leaf) x.op(), tensor))
                .evaluate(graph, List.of(y))
                .get(0)
                .data();
    }

    @Test
    void noInfinityReachesTheBranchThatWasNotChosen() {
        Graph graph = new Graph();
        Builder g = new Builder(graph, Span.none());
        Value x = g.leaf(Leaf.Kind.INPUT, "x", TensorType.floats(Shape.of(3)));
        Value huge = g.constant(INFINITY);
        for (Value y : List.of(relu(g, x), g.maximum(x, g.zero()), g.minimum(g.negate(x), g.zero()))) {
            Value bar = ReverseMode.cotangents(graph, y, g.broadcast(huge, x.shape()), List.of(x))
                    .get(0)
                    .orElseThrow();

            double[] derivative = evaluate(graph, bar, x, -1, -2, 3);
            assertThat(derivative[0]).isZero();
            assertThat(derivative[1]).isZero();
            assertThat(Math.abs(derivative[2])).isInfinite();
        }
    }

    /** ∂²(aᵇ)/∂a∂b = a^(b−1)·(1 + b·log a), in whichever order it is taken. */
    @Test
    void mixedDerivativesOfPowersAreThereForExponentZero() {
        Graph graph = new Graph();
        Builder g = new Builder(graph, Span.none());
        Value b = g.leaf(Leaf.Kind.INPUT, "b", TensorType.floats(Shape.of(3)));
        Value a = g.constant(4);
        Value power = g.power(g.multiply(a, g.one()), b);
        Value base = power.op().operands().get(0);
        Value byBase = ReverseMode.gradients(graph, g.power(base, b), List.of(base))
                .get(0)
                .orElseThrow();
        Value byBoth = ReverseMode.gradients(graph, byBase, List.of(b)).get(0).orElseThrow();

        assertThat(evaluate(graph, byBoth, b, 0, 1, -1))
                .containsExactly(of(0.25, 1 + Math.log(4), (1 - Math.log(4)) / 16), within(1e-15));
    }
}
