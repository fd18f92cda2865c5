package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.runtime.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas as people write them, at arguments where computing them as written gives infinity, NaN or noise: values and derivatives are right, in float too. */
final class StableFormsTest {
    private static final double[] NUMBERS = {
        0, 1, -1, 1e-8, -1e-8, 1e-3, -1e-3, 0.5, -0.5, 5, -5, 15, -15, 30, -30, 88, -88, 100, -100, 1e4, -1e4
    };

    /** Rows of three; the label of each is 1. */
    private static final double[][] ROWS = {
        {0, 0, 0},
        {1, 2, 3},
        {1e4, 0, -1e4},
        {-1e4, 1e4, 0},
        {-1e4, -1e4, -1e4},
        {1e4, 1e4, 1e4},
        {1e4, 9999, 9998},
        {100, -100, 30},
        {1e-8, -1e-8, 0},
        {-88, -104, -90}
    };

    /**
     * A formula f of x, a number or a row of three.
     *
     * @param inputs where it is tried
     * @param value what f is
     * @param derivative that of the sum of f by each element of x
     */
    record Form(
            String formula,
            List<double[]> inputs,
            Function<double[], double[]> value,
            UnaryOperator<double[]> derivative) {
        int width() {
            return inputs.get(0).length;
        }

        String text() {
            return """
                    package t;
                    network Net {
                      size N;
                      input x: float[N, %d];
                      f = %s;
                      output y = f;
                      output g = grad(sum(f), x);
                    }
                    """.formatted(width(), formula);
        }

        @Override
        public String toString() {
            return formula;
        }
    }

    static Stream<Form> forms() {
        DoubleUnaryOperator sigmoid = StableFormsTest::sigmoid;
        DoubleUnaryOperator slope = x -> sigmoid(x) * sigmoid(-x);
        return Stream.of(
                numbers("log(1 + exp(x))", x -> true, StableFormsTest::softplus, sigmoid),
                numbers("log(exp(x) + 1)", x -> true, StableFormsTest::softplus, sigmoid),
                numbers("log(sigmoid(x))", x -> true, x -> -softplus(-x), x -> sigmoid(-x)),
                numbers("-log(1 + exp(-x))", x -> true, x -> -softplus(-x), x -> sigmoid(-x)),
                numbers("log(1 - sigmoid(x))", x -> true, x -> -softplus(x), x -> -sigmoid(x)),
                numbers("1 - sigmoid(x)", x -> true, x -> sigmoid(-x), x -> -slope.applyAsDouble(x)),
                numbers("exp(x) / (1 + exp(x))", x -> true, sigmoid, slope),
                numbers("1 / (1 + exp(-x))", x -> true, sigmoid, slope),
                numbers(
                        "x / (1 + exp(-1.5 * x))",
                        x -> true,
                        x -> x * sigmoid(1.5 * x),
                        x -> sigmoid(1.5 * x) + 1.5 * x * sigmoid(1.5 * x) * sigmoid(-1.5 * x)),
                numbers("2 / (1 + exp(-2 * x)) - 1", x -> true, Math::tanh, StableFormsTest::slopeOfTanh),
                numbers("(exp(x) - exp(-x)) / (exp(x) + exp(-x))", x -> true, Math::tanh, StableFormsTest::slopeOfTanh),
                numbers("(exp(2 * x) - 1) / (exp(2 * x) + 1)", x -> true, Math::tanh, StableFormsTest::slopeOfTanh),
                numbers("(1 - exp(-2 * x)) / (1 + exp(-2 * x))", x -> true, Math::tanh, StableFormsTest::slopeOfTanh),
                numbers(
                        "log(2 + exp(x))",
                        x -> true,
                        x -> Math.log(2) + softplus(x - Math.log(2)),
                        x -> sigmoid(x - Math.log(2))),
                numbers(
                        "log((exp(x) + exp(-x)) / 2)",
                        x -> x == 0 || Math.abs(x) > 0.1,
                        x -> Math.abs(x) + softplus(-2 * Math.abs(x)) - Math.log(2),
                        Math::tanh),
                numbers("sqrt(x^2)", x -> true, Math::abs, Math::signum),
                numbers(
                        "log(sigmoid(x) * sigmoid(2 * x))",
                        x -> true,
                        x -> -softplus(-x) - softplus(-2 * x),
                        x -> sigmoid(-x) + 2 * sigmoid(-2 * x)),
                numbers("exp(x) - 1", x -> x < 80, Math::expm1, Math::exp),
                numbers("log(1 + x)", x -> x > -0.9, Math::log1p, x -> 1 / (1 + x)),
                numbers("log(1 - exp(x))", x -> x < 0, StableFormsTest::log1mexp, x -> 1 / Math.expm1(-x) * -1),
                numbers(
                        "log(exp(x) + exp(0.5 * x))",
                        x -> true,
                        x -> 0.5 * x + softplus(0.5 * x),
                        x -> 0.5 + 0.5 * sigmoid(0.5 * x)),
                numbers(
                        "-(0.3 * log(sigmoid(x)) + 0.7 * log(1 - sigmoid(x)))",
                        x -> true,
                        x -> 0.3 * softplus(-x) + 0.7 * softplus(x),
                        x -> sigmoid(x) - 0.3),
                rows("log(softmax(x))", StableFormsTest::logSoftmax, x -> {
                    double[] p = softmax(x);
                    return map(p, e -> 1 - 3 * e);
                }),
                rows("x - log(sum(exp(x), axis = -1, keep = true))", StableFormsTest::logSoftmax, x -> {
                    double[] p = softmax(x);
                    return map(p, e -> 1 - 3 * e);
                }),
                rows("log(sum(exp(x), axis = -1))", x -> new double[] {logSumExp(x)}, StableFormsTest::softmax),
                rows(
                        "-sum(one_hot(1, 3) * log(softmax(x)), axis = -1)",
                        StableFormsTest::crossEntropy,
                        StableFormsTest::error),
                rows(
                        "-sum(one_hot(1, 3) * log(exp(x) / sum(exp(x), axis = -1, keep = true)), axis = -1)",
                        StableFormsTest::crossEntropy,
                        StableFormsTest::error),
                rows("-log(softmax(x)[:, 1])", StableFormsTest::crossEntropy, StableFormsTest::error),
                rows("-log(softmax(x)'[1])", StableFormsTest::crossEntropy, StableFormsTest::error),
                rows(
                        "-log(exp(x[:, 1]) / sum(exp(x), axis = -1))",
                        StableFormsTest::crossEntropy,
                        StableFormsTest::error),
                rows(
                        "log(mean(exp(x), axis = -1))",
                        x -> new double[] {logSumExp(x) - Math.log(3)},
                        StableFormsTest::softmax),
                rows("-log(softmax(x))[:, 1]", StableFormsTest::crossEntropy, StableFormsTest::error),
                rows("exp(x) / sum(exp(x), axis = -1, keep = true)", StableFormsTest::softmax, x -> new double[3]),
                rows(
                        "sqrt(sum(x^2, axis = -1))",
                        x -> new double[] {norm(x)},
                        x -> norm(x) == 0 ? new double[3] : map(x, e -> e / norm(x))),
                rows("mean(x^2, axis = -1) - mean(x, axis = -1)^2", x -> new double[] {variance(x)}, x -> {
                    double mean = Arrays.stream(x).average().orElseThrow();
                    return map(x, e -> 2 * (e - mean) / 3);
                }));
    }

    private static double slopeOfTanh(double x) {
        return 4 * sigmoid(2 * x) * sigmoid(-2 * x);
    }

    private static Form numbers(
            String formula, DoublePredicate where, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        List<double[]> inputs = Arrays.stream(NUMBERS)
                .filter(where)
                .mapToObj(x -> new double[] {x})
                .toList();
        return new Form(formula, inputs, x -> map(x, value), x -> map(x, derivative));
    }

    private static Form rows(String formula, UnaryOperator<double[]> value, UnaryOperator<double[]> derivative) {
        return new Form(formula, List.of(ROWS), value, derivative);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void floatCodeIsRight(Form form) {
        CompileOptions options = new CompileOptions(Optional.empty(), true, Map.of(), Optional.empty());
        CompiledNetwork network = new LeibnizCompiler()
                .networks(CompileRequest.of(new SourceFile("Net.nn", form.text()), options))
                .get(0);
        Model model =
                InMemoryJavac.ofRuntime().orElseThrow().compile(network.files()).initialise(network.className(), 1);
        int rows = form.inputs().size();
        float[] x = new float[rows * form.width()];
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) form.inputs().get(k / form.width())[k % form.width()];
        }
        float[] y = new float[rows * form.value().apply(form.inputs().get(0)).length];
        float[] g = new float[x.length];
        model.predict(new Object[] {x}, new int[] {rows}, new Object[] {y, g});

        check(form, IntStream.range(0, y.length).mapToDouble(k -> y[k]).toArray(), true, 3e-6);
        check(form, IntStream.range(0, g.length).mapToDouble(k -> g[k]).toArray(), false, 3e-6);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theInterpretedGraphIsRight(Form form) {
        Network network = Stages.elaborate(new SourceFile("Net.nn", form.text()), false);
        List<Value> roots =
                network.outputs().stream().map(output -> output.value()).toList();
        Program rewritten = Stages.rewritten(network, roots, firing -> {});
        double[] x = form.inputs().stream().flatMapToDouble(Arrays::stream).toArray();
        Tensor input = new Tensor(new int[] {form.inputs().size(), form.width()}, x);
        List<Tensor> results = new Interpreter(
                        Map.of("N", (long) form.inputs().size()),
                        Map.of((Leaf) network.inputs().get(0).leaf().op(), input))
                .evaluate(rewritten.graph(), rewritten.roots());

        check(form, results.get(0).data(), true, 1e-12);
        check(form, results.get(1).data(), false, 1e-12);
    }

    /** @param tolerance relative to what is right; a tenth of it absolutely in rows, whose elements differ in size, and of derivatives */
    private static void check(Form form, double[] actual, boolean values, double tolerance) {
        int at = 0;
        for (double[] exact : form.inputs()) {
            double[] x = map(exact, e -> tolerance > 1e-9 ? (float) e : e);
            double[] expected =
                    values ? form.value().apply(x) : form.derivative().apply(x);
            for (double wanted : expected) {
                // Derivatives of σ and eˣ − 1 are made of their values, which are near to 1.
                double near = form.width() > 1 || !values ? 0.1 * tolerance : 0;
                double allowed = tolerance * Math.abs(wanted) + near + 1e-37;
                assertThat(Math.abs(actual[at] - wanted))
                        .as(
                                "%s of %s at %s: %s, not %s",
                                values ? "value" : "derivative", form, Arrays.toString(x), actual[at], wanted)
                        .isLessThanOrEqualTo(allowed);
                at++;
            }
        }
        assertThat(at).isEqualTo(actual.length);
    }

    // -- the same, computed with care

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double log1mexp(double x) {
        return x > -Math.log(2) ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
    }

    private static double logSumExp(double[] x) {
        double largest = Arrays.stream(x).max().orElseThrow();
        return largest
                + Math.log(Arrays.stream(x).map(e -> Math.exp(e - largest)).sum());
    }

    private static double[] logSoftmax(double[] x) {
        double largest = Arrays.stream(x).max().orElseThrow();
        double log = Math.log(Arrays.stream(x).map(e -> Math.exp(e - largest)).sum());
        return map(x, e -> e - largest - log);
    }

    private static double[] softmax(double[] x) {
        return map(logSoftmax(x), Math::exp);
    }

    private static double[] crossEntropy(double[] x) {
        return new double[] {-logSoftmax(x)[1]};
    }

    private static double[] error(double[] x) {
        double[] p = softmax(x);
        p[1] -= 1;
        return p;
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(e -> e * e).sum());
    }

    private static double variance(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(e -> (e - mean) * (e - mean)).sum() / 3;
    }
}
