package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values at ±0, ±∞, NaN and where naive formulas overflow; compared bit for bit. */
public final class SpecialValuesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /** What an operation makes of some vectors. */
    public record Special(String name, OperationCase.Make make, double[] expected, double[]... operands) {
        @Override
        public String toString() {
            return name + Arrays.deepToString(operands);
        }
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static Special one(String name, BiFunction<Builder, Value, Value> make, double[] x, double[] expected) {
        return new Special(name, (g, v) -> make.apply(g, v.get(0)), expected, x);
    }

    private interface Two {
        Value on(Builder g, Value a, Value b);
    }

    private static Special two(String name, Two make, double[] a, double[] b, double[] expected) {
        return new Special(name, (g, v) -> make.on(g, v.get(0), v.get(1)), expected, a, b);
    }

    private static Special relation(Relation relation, double... expected) {
        double[] a = {NAN, NAN, 0, INF, -INF};
        double[] b = {NAN, 1, -0.0, INF, INF};
        return two(relation.symbol(), (g, p, q) -> g.toFloat(g.compare(relation, p, q)), a, b, expected);
    }

    private static Value definition(Builder g, Value composite) {
        return ((Composite) composite.op()).definition(g);
    }

    public static List<Special> specials() {
        return List.of(
                one("negate", Builder::negate, of(0, -0.0, INF, NAN), of(-0.0, 0, -INF, NAN)),
                one("abs", Builder::abs, of(-0.0, -INF, NAN), of(0, INF, NAN)),
                one("sign", Builder::sign, of(0, -0.0, INF, -INF, NAN), of(0, -0.0, 1, -1, NAN)),
                one("floor", Builder::floor, of(-0.0, -0.5, 0.5, 1e300, -INF, NAN), of(-0.0, -1, 0, 1e300, -INF, NAN)),
                one("round", Builder::round, of(0.5, 1.5, 2.5, -0.5, -1.5, INF, NAN), of(0, 2, 2, -0.0, -2, INF, NAN)),
                one("exp", Builder::exp, of(0, -INF, INF, 1000, -1000, NAN), of(1, 0, INF, INF, 0, NAN)),
                one("log", Builder::log, of(1, 0, -0.0, -1, INF, NAN), of(0, -INF, -INF, NAN, INF, NAN)),
                one(
                        "log1p",
                        Builder::log1p,
                        of(0, -0.0, -1, -2, 1e-20, INF, NAN),
                        of(0, -0.0, -INF, NAN, 1e-20, INF, NAN)),
                one("expm1", Builder::expm1, of(0, -0.0, -INF, INF, 1e-20, NAN), of(0, -0.0, -1, INF, 1e-20, NAN)),
                one("sqrt", Builder::sqrt, of(0, -0.0, -1, INF, NAN), of(0, -0.0, NAN, INF, NAN)),
                one("sin", Builder::sin, of(0, -0.0, INF, NAN), of(0, -0.0, NAN, NAN)),
                one("cos", Builder::cos, of(0, -0.0, -INF, NAN), of(1, 1, NAN, NAN)),
                one("tanh", Builder::tanh, of(-0.0, INF, -INF, 1000, NAN), of(-0.0, 1, -1, 1, NAN)),
                one("sigmoid", Builder::sigmoid, of(0, INF, -INF, 1000, -1000, NAN), of(0.5, 1, 0, 1, 0, NAN)),
                one("erf", Builder::erf, of(0, -0.0, INF, -INF, 30, NAN), of(0, -0.0, 1, -1, 1, NAN)),
                one("softplus", Builder::softplus, of(INF, -INF, 1000, -1000, NAN), of(INF, 0, 1000, 0, NAN)),
                one(
                        "defined softplus",
                        (g, x) -> definition(g, g.softplus(x)),
                        of(INF, -INF, 1000, -1000, NAN),
                        of(INF, 0, 1000, 0, NAN)),
                two(
                        "+",
                        Builder::add,
                        of(0, -0.0, -0.0, INF, INF),
                        of(-0.0, -0.0, 0, -INF, 1),
                        of(0, -0.0, 0, NAN, INF)),
                two("-", Builder::subtract, of(0, -0.0, INF), of(0, 0, INF), of(0, -0.0, NAN)),
                two(
                        "*",
                        Builder::multiply,
                        of(0, 0, -0.0, INF, 1e300),
                        of(INF, -1, -1, -1, 1e300),
                        of(NAN, -0.0, 0, -INF, INF)),
                two(
                        "/",
                        Builder::divide,
                        of(0, 1, 1, INF, 1),
                        of(0, 0, -0.0, INF, -INF),
                        of(NAN, INF, -INF, NAN, -0.0)),
                two(
                        "^",
                        Builder::power,
                        of(0, NAN, -8, 0, -0.0, 2, 2),
                        of(0, 0, 1 / 3.0, -1, -1, INF, -INF),
                        of(1, 1, NAN, INF, -INF, INF, 0)),
                two(
                        "min",
                        Builder::minimum,
                        of(0, -0.0, NAN, 1, -INF),
                        of(-0.0, 0, 1, NAN, INF),
                        of(-0.0, -0.0, NAN, NAN, -INF)),
                two(
                        "max",
                        Builder::maximum,
                        of(0, -0.0, NAN, 1, -INF),
                        of(-0.0, 0, 1, NAN, INF),
                        of(0, 0, NAN, NAN, INF)),
                relation(Relation.EQUAL, 0, 0, 1, 1, 0),
                relation(Relation.NOT_EQUAL, 1, 1, 0, 0, 1),
                relation(Relation.LESS, 0, 0, 0, 0, 1),
                relation(Relation.LESS_EQUAL, 0, 0, 1, 1, 1),
                relation(Relation.GREATER, 0, 0, 0, 0, 0),
                relation(Relation.GREATER_EQUAL, 0, 0, 1, 1, 0),
                two(
                        "choice",
                        (g, a, b) -> g.select(g.compare(Relation.LESS, a, g.zero()), g.log(a), b),
                        of(1, -1),
                        of(2, NAN),
                        of(2, NAN)),
                one("sum", (g, x) -> g.sum(x, List.of(0)), of(1, INF, -INF), of(NAN)),
                one("prod", (g, x) -> g.reduce(Combine.PRODUCT, x, List.of(0)), of(2, 0, INF), of(NAN)),
                one("largest", (g, x) -> g.reduce(Combine.MAXIMUM, x, List.of(0)), of(1, NAN, INF), of(NAN)),
                one("largest of lows", (g, x) -> g.reduce(Combine.MAXIMUM, x, List.of(0)), of(-INF, -INF), of(-INF)),
                one("smallest", (g, x) -> g.reduce(Combine.MINIMUM, x, List.of(0)), of(0, -0.0, 0), of(-0.0)),
                one("argmax finds NaN", (g, x) -> g.toFloat(g.argExtreme(true, x, 0)), of(1, NAN, INF, NAN), of(1)),
                one("argmin finds NaN", (g, x) -> g.toFloat(g.argExtreme(false, x, 0)), of(1, -INF, NAN), of(2)),
                one("argmax of lows", (g, x) -> g.toFloat(g.argExtreme(true, x, 0)), of(-INF, -INF), of(0)),
                one("logsumexp of lows", SpecialValuesTest::logSumExp, of(-INF, -INF), of(-INF)),
                one("logsumexp with a high", SpecialValuesTest::logSumExp, of(1, INF), of(INF)),
                one("logsumexp with NaN", SpecialValuesTest::logSumExp, of(1, NAN), of(NAN)),
                one("logsumexp of large ones", SpecialValuesTest::logSumExp, of(1e4, -1e4), of(1e4)),
                one("defined logsumexp of lows", (g, x) -> definition(g, logSumExp(g, x)), of(-INF, -INF), of(-INF)),
                one("defined logsumexp with a high", (g, x) -> definition(g, logSumExp(g, x)), of(1, INF), of(INF)),
                one(
                        "defined logsumexp of large ones",
                        (g, x) -> definition(g, logSumExp(g, x)),
                        of(1e4, -1e4),
                        of(1e4)),
                one("softmax of large ones", (g, x) -> g.softmax(x, List.of(0)), of(1e4, -1e4, -INF), of(1, 0, 0)),
                one(
                        "defined softmax of large ones",
                        (g, x) -> definition(g, g.softmax(x, List.of(0))),
                        of(1e4, -1e4, -INF),
                        of(1, 0, 0)),
                one("running sums", (g, x) -> g.cumulativeSum(x, 0, false), of(1, INF, -INF, 1), of(1, INF, NAN, NAN)));
    }

    private static Value logSumExp(Builder g, Value x) {
        return g.logSumExp(x, List.of(0));
    }

    @ParameterizedTest
    @MethodSource("specials")
    void isWhatIeeeSays(Special special) {
        Graph graph = new Graph();
        Builder g = new Builder(graph, Span.none());
        List<Value> xs = new ArrayList<>();
        Map<Leaf, Tensor> leaves = new HashMap<>();
        for (double[] operand : special.operands()) {
            Value x = g.leaf(Leaf.Kind.INPUT, "x" + xs.size(), TensorType.floats(Shape.of(operand.length)));
            xs.add(x);
            leaves.put((Leaf) x.op(), new Tensor(new int[] {operand.length}, operand));
        }
        Value y = special.make().on(g, xs);

        double[] actual = new Interpreter(Map.of(), leaves)
                .evaluate(graph, List.of(y))
                .get(0)
                .data();

        assertThat(actual).containsExactly(special.expected());
    }
}
