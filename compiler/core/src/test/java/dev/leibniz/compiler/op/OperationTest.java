package dev.leibniz.compiler.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.leibniz.compiler.ir.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation: its type, and its values against formulas written apart from it. */
final class OperationTest {
    static List<OperationCase> cases() {
        return OperationTable.cases();
    }

    @Test
    void everyOperationIsInTheTable() {
        Stream<String> operations = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(Operation.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface())
                        // it has no value of its own: DifferentiateTest
                        .filter(type -> !type.isEquivalentTo(Gradient.class))
                        // a loop is known by its results, and what it gives its turns by the loop
                        .filter(type -> !type.isEquivalentTo(Scan.class) && !type.isEquivalentTo(Given.class))
                        .map(JavaClass::getSimpleName);

        assertThat(cases().stream().map(each -> each.operation().getSimpleName()))
                .containsAll(operations.toList());
    }

    @Test
    void noTwoCasesHaveOneName() {
        assertThat(cases()).extracting(OperationCase::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasTheTypeItMust(OperationCase operation) {
        Trial trial = new Trial(operation, OperationTable.sizes().get(0));

        assertThat(trial.y.op()).isInstanceOf(operation.operation());
        assertThat(trial.y.type()).isEqualTo(operation.type());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatItsFormulaSays(OperationCase operation) {
        for (Map<String, Long> sizes : OperationTable.sizes()) {
            Trial trial = new Trial(operation, sizes);
            Tensor expected = operation.expected(trial.numbers);

            Tensor actual = trial.evaluate(List.of(trial.y)).get(0);

            assertThat(actual.shape()).as("shape for %s", sizes).isEqualTo(expected.shape());
            for (int i = 0; i < expected.size(); i++) {
                double wanted = expected.data()[i];
                assertThat(actual.data()[i])
                        .as("[%d] for %s", i, sizes)
                        .isCloseTo(wanted, within(1e-13 * Math.max(1, Math.abs(wanted))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameOperationOnItsOwnOperands(OperationCase operation) {
        Trial trial = new Trial(operation, OperationTable.sizes().get(0));

        assertThat(trial.y.op().withOperands(trial.y.op().operands())).isEqualTo(trial.y.op());
    }
}
