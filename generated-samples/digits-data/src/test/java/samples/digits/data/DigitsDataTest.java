package samples.digits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DigitsDataTest {
    private static final DigitsData DATA = DigitsData.load();

    @Test
    void theFileHolds1797Digits() {
        assertThat(DATA.count()).isEqualTo(1797);
        assertThat(DATA.images()).hasSize(1797 * DigitsData.PIXELS);
        assertThat(Arrays.copyOf(DATA.labels(), 11)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    }

    @Test
    void pixelsAreScaledToZeroToOne() {
        double sum = 0;
        for (float pixel : DATA.images()) {
            assertThat(pixel).isBetween(0f, 1f);
            sum += pixel;
        }

        assertThat(sum).isEqualTo(561718 / 16.0);
        assertThat(Arrays.copyOf(DATA.images(), 8)).containsExactly(0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0);
    }

    @Test
    void aLineOfAnImageCanBeRead() {
        assertThat(DigitsData.line(DATA.images(), 0, 0)).isEqualTo("  -#+.  ");
    }

    @Test
    void theLast450RowsAreForTesting() {
        DigitsData test = DATA.test();

        assertThat(DATA.train().count()).isEqualTo(1347);
        assertThat(test.count()).isEqualTo(450);
        assertThat(test.labels()).isEqualTo(Arrays.copyOfRange(DATA.labels(), 1347, 1797));
        assertThat(test.rows(449, 450).images())
                .isEqualTo(Arrays.copyOfRange(DATA.images(), 1796 * DigitsData.PIXELS, 1797 * DigitsData.PIXELS));
    }

    @Test
    void rowsAreChosenByTheirDigit() {
        DigitsData sevens = DATA.where(digit -> digit == 7);

        assertThat(sevens.count()).isEqualTo(179);
        assertThat(sevens.labels()).containsOnly(7);
        assertThat(sevens.rows(0, 1).images()).isEqualTo(DATA.rows(7, 8).images());
    }
}
