package dev.leibniz.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PhiloxTest {
    /** A line of the known-answer file of Random123, {@code philox4x32 10}: counter and key in, four words out. */
    private record KnownAnswer(long counterLow, long counterHigh, long key, long resultLow, long resultHigh) {}

    private static final KnownAnswer[] KNOWN_ANSWERS = {
        new KnownAnswer(0, 0, 0, 0xe169c58d_6627e8d5L, 0x9b00dbd8_bc57ac4cL),
        new KnownAnswer(-1, -1, -1, 0x41c83b0e_408f276dL, 0x6d5451fd_a20bc7c6L),
        new KnownAnswer(
                0x85a308d3_243f6a88L,
                0x03707344_13198a2eL,
                0x299f31d0_a4093822L,
                0x94fdcceb_d16cfe09L,
                0x24126ea1_5001e420L)
    };

    @Test
    void blocksAreThoseOfRandom123() {
        for (KnownAnswer each : KNOWN_ANSWERS) {
            assertThat(Philox.block(each.key, each.counterHigh, each.counterLow, 0))
                    .isEqualTo(each.resultLow);
            assertThat(Philox.block(each.key, each.counterHigh, each.counterLow, 1))
                    .isEqualTo(each.resultHigh);
        }
    }

    @Test
    void twoIndicesShareABlock() {
        assertThat(Philox.bits(7, 3, 10)).isEqualTo(Philox.block(7, 3, 5, 0));
        assertThat(Philox.bits(7, 3, 11)).isEqualTo(Philox.block(7, 3, 5, 1));
    }

    @Test
    void uniformNumbersLieInTheUnitIntervalAndSpreadEvenly() {
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        int[] bins = new int[10];
        for (int i = 0; i < n; i++) {
            double u = Philox.uniform(42, 1, i);
            float f = Philox.uniformFloat(42, 1, i);
            assertThat(u).isBetween(0.0, Math.nextDown(1.0));
            assertThat(f).isBetween(0f, Math.nextDown(1f));
            assertThat(u - f).isBetween(0.0, 0x1p-24);
            sum += u;
            squares += u * u;
            bins[(int) (10 * u)]++;
        }
        assertThat(sum / n).isCloseTo(0.5, within(0.004));
        assertThat(squares / n).isCloseTo(1 / 3.0, within(0.004));
        for (int bin : bins) {
            assertThat(bin).isBetween(9_600, 10_400);
        }
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        int n = 100_000;
        double[] moments = new double[5];
        double product = 0;
        for (int i = 0; i < n; i++) {
            double x = Philox.normal(42, 2, i);
            for (int p = 1; p < 5; p++) {
                moments[p] += Math.pow(x, p) / n;
            }
            product += x * Philox.normal(42, 2, i + 1) / n;
        }
        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.02));
        assertThat(moments[3]).isCloseTo(0, within(0.04));
        assertThat(moments[4]).isCloseTo(3, within(0.12));
        assertThat(product).isCloseTo(0, within(0.01));
    }

    @Test
    void seedStreamAndIndexEachMakeADifference() {
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(2, 0, 0));
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(1L << 32, 0, 0));
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(1, 1, 0));
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(1, 1L << 32, 0));
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(1, 0, 1));
        assertThat(Philox.uniform(1, 0, 0)).isNotEqualTo(Philox.uniform(1, 0, 1L << 33));
    }

    @Test
    void numbersNeverChangeBetweenVersions() {
        assertThat(Philox.bits(0, 0, 0)).isEqualTo(0xe169c58d_6627e8d5L);
        assertThat(Philox.uniform(0, 0, 0)).isEqualTo((0xe169c58d_6627e8d5L >>> 11) * 0x1p-53);
    }
}
