package samples.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class OscillatorTest {
    private static final Oscillator NET = OscillatorApplication.train(false);

    @Test
    void theNetworkIsCloseToTheSolution() {
        assertThat(OscillatorApplication.largestError(NET)).isLessThan(2e-3);
    }

    @Test
    void itsDerivativeIsCloseToThatOfTheSolution() {
        float[] x = OscillatorApplication.points(101);
        float[] slope = NET.predict(x).derivative();

        for (int k = 0; k < x.length; k++) {
            assertThat(slope[k]).isCloseTo((float) (Math.cos(x[k]) / Math.sin(5)), within(5e-3f));
        }
    }

    @Test
    void theBoundaryValuesHoldWithoutTraining() {
        float[] u = Oscillator.initialise(7).predict(new float[] {0, 5}).solution();

        assertThat(u).containsExactly(new float[] {0, 1}, within(1e-6f));
    }
}
