package samples.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import samples.digits.data.DigitsData;

final class AnomalyTest {
    private static final DigitsData DATA = DigitsData.load();

    @Test
    void digitsItDoesNotKnowSurpriseIt() {
        assertThat(auc(AnomalyApplication.train(DATA.train()))).isGreaterThan(0.9);
    }

    @Test
    void beforeTrainingItKnowsNothing() {
        assertThat(auc(Autoencoder.initialise(1))).isBetween(0.3, 0.7);
    }

    @Test
    void theAreaIsTheShareOfPairsInOrder() {
        assertThat(AnomalyApplication.auc(new float[] {1, 2}, new float[] {3, 4, 5}))
                .isEqualTo(1);
        assertThat(AnomalyApplication.auc(new float[] {1, 3}, new float[] {2, 3}))
                .isEqualTo((1 + 0 + 1 + 0.5) / 4);
    }

    /** On digits by writers not seen in training. */
    private static double auc(Autoencoder net) {
        DigitsData test = DATA.test();
        float[] known = test.where(digit -> digit < AnomalyApplication.UNKNOWN).images();
        float[] unknown =
                test.where(digit -> digit >= AnomalyApplication.UNKNOWN).images();
        return AnomalyApplication.auc(
                net.predict(known).surprise(), net.predict(unknown).surprise());
    }
}
