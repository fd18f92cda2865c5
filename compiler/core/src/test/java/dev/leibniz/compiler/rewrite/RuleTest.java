package dev.leibniz.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.leibniz.compiler.explain.Notations;
import dev.leibniz.compiler.interpret.Interpreter;
import dev.leibniz.compiler.ir.Tensor;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule: what it makes of what, that both are the same number, and what it must not touch. */
final class RuleTest {
    private static final int ROUNDS = 40;

    static Stream<RuleCase> rewriting() {
        return cases().filter(each -> each.after().isPresent());
    }

    static Stream<RuleCase> keeping() {
        return cases().filter(each -> each.after().isEmpty());
    }

    private static Stream<RuleCase> cases() {
        return Stream.of(
                        IdentityCases.ALL,
                        SignCases.ALL,
                        ViewCases.ALL,
                        SumCases.ALL,
                        FactorCases.ALL,
                        StableCases.ALL,
                        SpecialCases.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rewriting")
    void becomesWhatIsExpected(RuleCase example) {
        Sample sample = new Sample();
        Value before = example.before().apply(sample);

        Optional<Value> after = example.rule().apply(before, sample.g, value -> true);

        Value expected = example.after().orElseThrow().apply(sample);
        assertThat(after.map(value -> Notations.expression(sample.graph, value)))
                .contains(Notations.expression(sample.graph, expected));
        assertThat(after).containsSame(expected);
        assertThat(expected.type()).isEqualTo(before.type());
    }

    @ParameterizedTest
    @MethodSource("rewriting")
    void isTheSameForModerateNumbers(RuleCase example) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < ROUNDS; round++) {
            Map<Leaf, Tensor> numbers = Sample.moderate(random);
            double[] before = evaluate(example, false, numbers);
            double[] after = evaluate(example, true, numbers);
            for (int i = 0; i < before.length; i++) {
                boolean same = Double.compare(before[i], after[i]) == 0
                        || Math.abs(before[i] - after[i]) <= 1e-11 * Math.max(1, Math.abs(before[i]));
                if (!same) {
                    fail("%s against %s for %s", before[i], after[i], numbers);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rewriting")
    void keepsItsPromiseForHardNumbers(RuleCase example) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (int round = 0; round < 10 * ROUNDS && example.rule().safety() != Safety.UNSAFE; round++) {
            Map<Leaf, Tensor> numbers = Sample.hard(random);
            boolean compared = numbers.values().stream()
                    .flatMapToDouble(tensor -> Arrays.stream(tensor.data()))
                    .allMatch(number -> Math.abs(number) <= example.largest());
            if (!compared && example.largest() < Double.POSITIVE_INFINITY) {
                continue;
            }
            double[] before = evaluate(example, false, numbers);
            double[] after = evaluate(example, true, numbers);
            for (int i = 0; i < before.length; i++) {
                boolean kept = example.rule().safety() == Safety.EXACT
                        ? Double.compare(before[i], after[i]) == 0
                        : !Double.isFinite(before[i]) || Double.isFinite(after[i]);
                if (!kept) {
                    fail("%s against %s for %s", before[i], after[i], numbers);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("keeping")
    void leavesAlone(RuleCase example) {
        Sample sample = new Sample();
        Value before = example.before().apply(sample);

        assertThat(example.rule().apply(before, sample.g, value -> !example.shared()))
                .isEmpty();
    }

    @Test
    void everyRuleHasBothKindsOfCases() {
        Set<String> names = Rewriting.rules().stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(rewriting().map(each -> each.rule().name())).containsAll(names);
        assertThat(keeping().map(each -> each.rule().name())).containsAll(names);
    }

    @Test
    void everyRuleIsInSomePhase() {
        Set<String> names = Rewriting.rules().stream().map(Rule::name).collect(Collectors.toSet());

        assertThat(RuleClasses.names()).isNotEmpty().isSubsetOf(names);
    }

    private static double[] evaluate(RuleCase example, boolean rewritten, Map<Leaf, Tensor> numbers) {
        Sample sample = new Sample();
        Value value = (rewritten ? example.after().orElseThrow() : example.before()).apply(sample);
        return new Interpreter(Sample.SIZES, numbers)
                .evaluate(sample.graph, List.of(value))
                .get(0)
                .data();
    }
}
