package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.semantics.StandardLibrary;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.runtime.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten steps of each optimizer of the standard library, as generated code, against its published formula written in Java. */
class OptimizersTest {
    private static final int STEPS = 10;
    private static final double[] START = {1.5, -0.25, 0, 3};
    private static final double[] TARGET = {-1, 0.5, 0, 2};
    private static final double[] STEEPNESS = {1, 4, 1, 0.01};

    /** A parameter's next value. */
    private interface Update {
        /**
         * One step.
         *
         * @param t 1 the first time
         * @param s what is kept from step to step, 0 at first; the update changes it
         */
        double next(double w, double g, int t, double[] s);
    }

    /** A use of an optimizer and what it does. */
    record Rule(String use, Update update) {
        String name() {
            return use.substring(0, use.indexOf('('));
        }

        @Override
        public String toString() {
            return use;
        }
    }

    static List<Rule> rules() {
        return Stream.of(descents(), adaptive(), accumulating())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> descents() {
        return List.of(
                new Rule("sgd(rate = 0.1)", (w, g, t, s) -> w - 0.1 * g),
                new Rule("sgd(0.1, decay = 0.2)", (w, g, t, s) -> w - 0.1 * (g + 0.2 * w)),
                new Rule("sgd(rate = 0.1, momentum = 0.9)", (w, g, t, s) -> {
                    s[0] = 0.9 * s[0] + g;
                    return w - 0.1 * s[0];
                }),
                new Rule("sgd(rate = 0.1, momentum = 0.5, nesterov = true, decay = 0.01)", (w, g, t, s) -> {
                    double d = g + 0.01 * w;
                    s[0] = 0.5 * s[0] + d;
                    return w - 0.1 * (d + 0.5 * s[0]);
                }),
                new Rule("lion()", (w, g, t, s) -> lion(w, g, s, 1e-4, 0.9, 0.99, 0)),
                new Rule(
                        "lion(rate = 0.05, beta1 = 0.8, beta2 = 0.7, decay = 0.3)",
                        (w, g, t, s) -> lion(w, g, s, 0.05, 0.8, 0.7, 0.3)));
    }

    private static double lion(double w, double g, double[] s, double rate, double beta1, double beta2, double decay) {
        double decayed = w * (1 - rate * decay);
        double next = decayed - rate * Math.signum(beta1 * s[0] + (1 - beta1) * g);
        s[0] = beta2 * s[0] + (1 - beta2) * g;
        return next;
    }

    private static List<Rule> adaptive() {
        return List.of(
                new Rule("adam()", (w, g, t, s) -> w - 1e-3 * adam(g, t, s, 0.9, 0.999, 1e-8)),
                new Rule(
                        "adam(rate = 0.1, beta1 = 0.5, beta2 = 0.75, epsilon = 0.01, decay = 0.1)",
                        (w, g, t, s) -> w - 0.1 * adam(g + 0.1 * w, t, s, 0.5, 0.75, 0.01)),
                new Rule("adamw()", (w, g, t, s) -> w - 1e-3 * 0.01 * w - 1e-3 * adam(g, t, s, 0.9, 0.999, 1e-8)),
                new Rule(
                        "adamw(rate = 0.05, beta1 = 0.8, beta2 = 0.9, epsilon = 1e-4, decay = 0.5)",
                        (w, g, t, s) -> w - 0.05 * 0.5 * w - 0.05 * adam(g, t, s, 0.8, 0.9, 1e-4)));
    }

    private static double adam(double g, int t, double[] s, double beta1, double beta2, double epsilon) {
        s[0] = beta1 * s[0] + (1 - beta1) * g;
        s[1] = beta2 * s[1] + (1 - beta2) * g * g;
        double mean = s[0] / (1 - Math.pow(beta1, t));
        double variance = s[1] / (1 - Math.pow(beta2, t));
        return mean / (Math.sqrt(variance) + epsilon);
    }

    private static List<Rule> accumulating() {
        return List.of(
                new Rule("rmsprop()", (w, g, t, s) -> {
                    s[0] = 0.99 * s[0] + 0.01 * g * g;
                    return w - 0.01 * g / (Math.sqrt(s[0]) + 1e-8);
                }),
                new Rule(
                        "rmsprop(rate = 0.02, alpha = 0.9, decay = 0.1, momentum = 0.5, centered = true)",
                        (w, g, t, s) -> {
                            double d = g + 0.1 * w;
                            s[0] = 0.9 * s[0] + 0.1 * d * d;
                            s[1] = 0.9 * s[1] + 0.1 * d;
                            s[2] = 0.5 * s[2] + d / (Math.sqrt(s[0] - s[1] * s[1]) + 1e-8);
                            return w - 0.02 * s[2];
                        }),
                new Rule("adagrad()", (w, g, t, s) -> {
                    s[0] += g * g;
                    return w - 0.01 * g / (Math.sqrt(s[0]) + 1e-10);
                }),
                new Rule(
                        "adagrad(rate = 0.3, rate_decay = 0.1, decay = 0.2, initial = 0.5, epsilon = 0.001)",
                        (w, g, t, s) -> {
                            double d = g + 0.2 * w;
                            s[0] += d * d;
                            return w - 0.3 / (1 + (t - 1) * 0.1) * d / (Math.sqrt(0.5 + s[0]) + 0.001);
                        }),
                new Rule("adadelta()", (w, g, t, s) -> w - adadelta(g, s, 0.9, 1e-6)),
                new Rule(
                        "adadelta(rate = 0.5, rho = 0.7, epsilon = 0.01, decay = 0.1)",
                        (w, g, t, s) -> w - 0.5 * adadelta(g + 0.1 * w, s, 0.7, 0.01)));
    }

    private static double adadelta(double g, double[] s, double rho, double epsilon) {
        s[0] = rho * s[0] + (1 - rho) * g * g;
        double d = Math.sqrt(s[1] + epsilon) / Math.sqrt(s[0] + epsilon) * g;
        s[1] = rho * s[1] + (1 - rho) * d * d;
        return d;
    }

    @Test
    void everyOptimizerOfTheLibraryIsHere() {
        List<String> declared = StandardLibrary.programs().stream()
                .flatMap(program -> program.declarations().stream())
                .filter(Declaration.Optimizer.class::isInstance)
                .map(declaration -> declaration.name().text())
                .toList();

        assertThat(declared).contains("sgd", "adam", "adamw", "rmsprop", "adagrad", "adadelta", "lion");
        assertThat(rules()).extracting(Rule::name).containsAll(declared);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tenStepsFollowTheFormula(Rule rule) throws Exception {
        Model model = Generated.inDouble("""
                package t;
                network Net {
                  input target: float[4];
                  input steepness: float[4];
                  param w: float[4] = [1.5, -0.25, 0, 3];
                  loss sum(steepness * (w - target)^2) / 2;
                  train %s;
                }
                """.formatted(rule.use())).model(1);
        double[] expected = START.clone();
        double[][] states = new double[START.length][3];
        Model.Training training = model.training();
        assertThat((double[]) model.parameters()).containsExactly(START);

        for (int t = 1; t <= STEPS; t++) {
            for (int i = 0; i < expected.length; i++) {
                double g = STEEPNESS[i] * (expected[i] - TARGET[i]);
                expected[i] = rule.update().next(expected[i], g, t, states[i]);
            }
            training.step(new Object[] {TARGET, STEEPNESS}, new int[0]);
            assertThat((double[]) model.parameters()).as("step " + t).containsExactly(expected, within(1e-12));
        }
    }

    /** An expression in a rule for the gradient (3, 4, 0, −1) of w = (1, 1, 1, 1), and what it is. */
    private record Whole(String expression, double value) {}

    @Test
    void aRuleCanReduceWholeParametersOfAnyShape() throws Exception {
        List<Whole> table = List.of(
                new Whole("sum(g)", 6),
                new Whole("mean(g, keep = true)", 1.5),
                new Whole("max(g)", 4),
                new Whole("min(g, axis = none)", -1),
                new Whole("prod(g + 2)", 60),
                new Whole("var(g)", 4.25),
                new Whole("norm(g)", Math.sqrt(26)),
                new Whole("logsumexp(0 * g)", Math.log(4)),
                new Whole("checkpoint(l2(g))", 26),
                new Whole("sum(clip(g, 0, 1))", 2),
                new Whole("sum(grad(var(w) + max(w) + norm(w), w))", 3),
                new Whole("max(sum(g * w), norm(w))", 6),
                new Whole("[3, 5][1]", 5));
        for (Whole whole : table) {
            Model model = Generated.inDouble("""
                    package t;
                    optimizer o(rate = 1) { next w = w - rate * %s; }
                    network Net {
                      input slope: float[4];
                      param vector: float[4] = ones();
                      param matrix: float[2, 2] = ones();
                      param more: float[1, 2, 2] = ones();
                      loss sum(slope * (vector + reshape(matrix, [4]) + reshape(more, [4])));
                      train o;
                    }
                    """.formatted(whole.expression())).model(1);
            model.training().step(new Object[] {new double[] {3, 4, 0, -1}}, new int[0]);
            double[] next = new double[12];
            Arrays.fill(next, 1 - whole.value());
            assertThat((double[]) model.parameters()).as(whole.expression()).containsExactly(next, within(1e-12));
        }
    }
}
