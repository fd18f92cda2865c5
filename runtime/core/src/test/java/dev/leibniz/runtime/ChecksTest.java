package dev.leibniz.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void rowsAreCounted() {
        assertThat(Checks.rows("image", 128, 64)).isEqualTo(2);
    }

    @Test
    void rowsNeedAPositiveMultiple() {
        for (int length : new int[] {0, 1, 63, 65}) {
            assertThatThrownBy(() -> Checks.rows("image", length, 64))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("image has " + length + " elements, must have a positive multiple of 64");
        }
    }

    @Test
    void lengthsAreExact() {
        assertThatThrownBy(() -> Checks.length("label", 3, 2)).hasMessage("label has 3 elements, must have 2");
        assertThatCode(() -> Checks.length("label", 2, 2)).doesNotThrowAnyException();
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsPosition() {
        int[] labels = {0, 9, 12};
        assertThatThrownBy(() -> Checks.range("label", labels, 3, 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label[2] is 12, must be at least 0 and below 10");
        assertThatCode(() -> Checks.range("label", labels, 2, 0, 10)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.range("label", new int[] {10}, 1, 0, 10))
                .hasMessageContaining("label[0] is 10");
        assertThatThrownBy(() -> Checks.range("label", new int[] {-1}, 1, 0, 10))
                .hasMessageContaining("label[0] is -1");
    }

    @Test
    void numbersThatAreNotFiniteAreNamed() {
        assertThatThrownBy(() -> Checks.finite("image", new float[] {1, Float.NaN}, 2))
                .hasMessage("image[1] is NaN, must be finite");
        assertThatThrownBy(() -> Checks.finite("image", new double[] {Double.NEGATIVE_INFINITY}, 1))
                .hasMessage("image[0] is -Infinity, must be finite");
        assertThatCode(() -> Checks.finite("image", new float[] {Float.MAX_VALUE, Float.NaN}, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void computedIndicesAreChecked() {
        assertThat(Checks.index("table", 4, 5)).isEqualTo(4);
        for (int index : new int[] {-1, 5, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> Checks.index("table", index, 5))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("index " + index + " into table is out of bounds, must be at least 0 and below 5");
        }
    }
}
