package dev.leibniz.compiler.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations in words, against those that there are. */
final class DescriptionsTest {
    static Stream<Operation> operations() {
        return Operation.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsDescribedWithItsParameters(Operation operation) {
        assertThat(operation.description()).isNotBlank();
        assertThat(operation.heading()).startsWith(operation.name());
        assertThat(operation.parameters())
                .allSatisfy(parameter -> assertThat(operation.heading() + operation.description())
                        .containsPattern("\\b" + parameter + "\\b"));
    }
}
