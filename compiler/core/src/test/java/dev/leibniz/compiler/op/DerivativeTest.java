package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.compiler.autodiff.ForwardMode;
import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation's derivatives: forward and reverse mode are adjoint, at first and second order, and both are what differences say. */
final class DerivativeTest {
    static Stream<OperationCase> cases() {
        return OperationTable.cases().stream()
                .filter(each -> each.type().isFloat())
                .filter(each -> each.operands().stream().anyMatch(Operand::isFloat));
    }

    static Stream<OperationCase> differentiable() {
        return cases().filter(each -> each.operation() != StopGradient.class);
    }

    static Stream<OperationCase> composites() {
        return cases().filter(each -> Composite.class.isAssignableFrom(each.operation()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAdjoint(OperationCase operation) {
        for (Map<String, Long> sizes : OperationTable.sizes()) {
            Trial trial = new Trial(operation, sizes);
            assertAdjoint(trial, trial.y, trial.floats(), "v", "w");
        }
    }

    /** The identity for each cotangent x̄, as a function of the operands and of ȳ. */
    @ParameterizedTest
    @MethodSource("cases")
    void hasAnAdjointDerivative(OperationCase operation) {
        for (Map<String, Long> sizes : OperationTable.sizes()) {
            Trial trial = new Trial(operation, sizes);
            Value yBar = trial.direction("yBar", trial.y);
            List<Value> from = new ArrayList<>(trial.floats());
            from.add(yBar);
            List<Optional<Value>> bars = ReverseMode.cotangents(trial.graph, trial.y, yBar, trial.floats());
            for (int k = 0; k < bars.size(); k++) {
                if (bars.get(k).isPresent()) {
                    assertAdjoint(trial, bars.get(k).orElseThrow(), from, k + "v", k + "w");
                }
            }
        }
    }

    /** ⟨J·v, w⟩ = ⟨v, Jᵀ·w⟩ for random v and w. */
    private static void assertAdjoint(Trial trial, Value y, List<Value> xs, String v, String w) {
        Map<Value, Value> directions = trial.directions(v, xs);
        Value weight = trial.direction(w, y);
        Optional<Value> tangent = ForwardMode.tangent(trial.graph, y, directions);
        List<Optional<Value>> cotangents = ReverseMode.cotangents(trial.graph, y, weight, xs);

        Trial.Product forward = trial.inner(List.of(tangent), List.of(weight));
        Trial.Product reverse = trial.inner(cotangents, List.copyOf(directions.values()));

        tangent.ifPresent(value -> assertThat(value.type()).isEqualTo(y.type()));
        for (int k = 0; k < xs.size(); k++) {
            assertThat(cotangents.get(k).map(Value::type).orElse(xs.get(k).type()))
                    .isEqualTo(xs.get(k).type());
        }
        assertThat(forward.value())
                .as("%s for %s", trial.operation, trial.numbers.sizes())
                .isCloseTo(reverse.value(), within(1e-12 * Math.max(forward.magnitude(), reverse.magnitude())));
    }

    @ParameterizedTest
    @MethodSource("differentiable")
    void isWhatCentralDifferencesSay(OperationCase operation) {
        Trial trial = new Trial(operation, Map.of("N", 2L, "T", 2L));
        Value yBar = trial.direction("yBar", trial.y);
        List<Optional<Value>> bars = ReverseMode.cotangents(trial.graph, trial.y, yBar, trial.floats());
        for (int k = 0; k < bars.size(); k++) {
            Value x = trial.floats().get(k);
            double[] point = trial.numbers(x);
            Optional<Tensor> derivative =
                    bars.get(k).map(bar -> trial.evaluate(List.of(bar)).get(0));
            for (int i = 0; i < point.length; i++) {
                int element = i;
                double expected = difference(trial, yBar, point, i);
                assertThat(derivative.map(tensor -> tensor.data()[element]).orElse(0.0))
                        .as("operand %d[%d]", k, i)
                        .isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** The derivative of ⟨y, ȳ⟩ by one element; elements of y that do not move, infinite ones among them, count nothing. */
    private static double difference(Trial trial, Value yBar, double[] point, int i) {
        double x = point[i];
        double h = 1e-5;
        point[i] = x + h;
        double[] above = trial.evaluate(List.of(trial.y)).get(0).data().clone();
        point[i] = x - h;
        double[] below = trial.evaluate(List.of(trial.y)).get(0).data().clone();
        point[i] = x;
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] == below[k] ? 0 : (above[k] - below[k]) / (2 * h) * trial.numbers(yBar)[k];
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("composites")
    void followsFromTheDefinition(OperationCase operation) {
        for (Map<String, Long> sizes : OperationTable.sizes()) {
            Trial trial = new Trial(operation, sizes);
            Value defined = ((Composite) trial.y.op()).definition(trial.g);
            assertThat(defined.type()).isEqualTo(trial.y.type());
            Value yBar = trial.direction("yBar", trial.y);
            Value direction = trial.direction("v", trial.xs.get(0));

            assertSame(
                    trial, derivatives(trial, trial.y, yBar, direction), derivatives(trial, defined, yBar, direction));
        }
    }

    /** The value itself, its tangent, its cotangent, and the cotangent of that. */
    private static List<Value> derivatives(Trial trial, Value y, Value yBar, Value direction) {
        Value x = trial.xs.get(0);
        Value tangent = ForwardMode.tangent(trial.graph, y, new LinkedHashMap<>(Map.of(x, direction)))
                .orElseThrow();
        Value xBar =
                ReverseMode.cotangents(trial.graph, y, yBar, List.of(x)).get(0).orElseThrow();
        Value second = ReverseMode.cotangents(trial.graph, xBar, direction, List.of(x))
                .get(0)
                .orElseThrow();
        return List.of(y, tangent, xBar, second);
    }

    private static void assertSame(Trial trial, List<Value> actual, List<Value> expected) {
        List<Tensor> got = trial.evaluate(actual);
        List<Tensor> wanted = trial.evaluate(expected);
        for (int k = 0; k < got.size(); k++) {
            assertThat(got.get(k).data())
                    .as("number %d for %s", k, trial.numbers.sizes())
                    .containsExactly(wanted.get(k).data(), within(1e-13));
        }
    }
}
