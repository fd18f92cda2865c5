package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteChecksTest {
    private static final float[] VALUES = {Float.NaN, 1, 2, 3, Float.POSITIVE_INFINITY, 5, Float.NaN};

    @Test
    void theFirstElementIsToldByItsIndex() {
        NonFiniteException found = catchThrowableOfType(
                NonFiniteException.class,
                () -> FiniteChecks.tensor("h", "h = exp(z)", "Net.nn:7", false, VALUES, 1, 0, 6, 2, 3));

        assertThat(found.tensor()).isEqualTo("h");
        assertThat(found.index()).containsExactly(1, 0);
        assertThat(found.value()).isInfinite();
        assertThat(found)
                .hasMessage("h[1, 0] is Infinity, the first value that is not finite: h = exp(z)   (Net.nn:7)");
    }

    @Test
    void onlyTheTensorItselfIsLookedAt() {
        assertThatCode(() -> FiniteChecks.tensor("h", "", "", false, VALUES, 1, 0, 3, 3))
                .doesNotThrowAnyException();
        assertThatCode(() -> FiniteChecks.tensor("h", "", "", false, VALUES, 1, 0, 1))
                .doesNotThrowAnyException();
        assertThatCode(() -> FiniteChecks.tensor("h", "", "", false, VALUES, 0, 0, 0, 4, 0))
                .doesNotThrowAnyException();
    }

    @Test
    void aPartOfATensorIsToldByTheIndexInTheWhole() {
        assertThatThrownBy(() -> FiniteChecks.tensor("hs", "", "", false, VALUES, 1, 2, 2, 3, 2))
                .hasMessage("hs[1, 1] is Infinity, the first value that is not finite");
    }

    @Test
    void infinitiesMayBeLetPass() {
        assertThatCode(() -> FiniteChecks.tensor("h", "", "", true, VALUES, 1, 0, 5, 5))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> FiniteChecks.tensor("h", "", "", true, VALUES, 1, 0, 6, 6))
                .hasMessage("h[5] is NaN, the first value that is not finite");
    }

    @Test
    void aScalarHasNoIndex() {
        double[] loss = {Double.NEGATIVE_INFINITY};
        assertThatThrownBy(() -> FiniteChecks.tensor("loss", "loss = log(x)", "", false, loss, 0, 0, 1))
                .hasMessage("loss is -Infinity, the first value that is not finite: loss = log(x)");
    }

    @Test
    void parametersAreToldByTheirPaths() {
        List<Parameter> tensors = Parameter.parse("a 2\nb[0..2].W 1 2");
        float[] values = {1, 2, 3, 4, 5, Float.NaN};
        assertThatThrownBy(() -> FiniteChecks.tensors("parameter", tensors, values))
                .hasMessage("parameter b[1].W[0, 1] is NaN, the first value that is not finite");
    }
}
