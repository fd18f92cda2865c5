package samples.residual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import org.junit.jupiter.api.Test;
import samples.digits.data.DigitsData;

final class ResidualTest {
    private static final DigitsData DATA = DigitsData.load();

    @Test
    void withoutAWayAroundTheFirstBlockLearnsNothing() {
        assertThat(firstToLast(ResidualApplication.plain())).isGreaterThan(0).isLessThan(1e-20);
    }

    @Test
    void withAWayAroundTheFirstBlockLearnsAsMuchAsTheLast() {
        assertThat(firstToLast(ResidualApplication.residual())).isBetween(0.1, 10.0);
    }

    @Test
    void onlyTheNetworkWithWaysAroundReadsDigits() {
        assertThat(accuracyAfterTwoEpochs(ResidualApplication.plain())).isLessThan(0.2);
        assertThat(accuracyAfterTwoEpochs(ResidualApplication.residual())).isGreaterThan(0.6);
    }

    private static double firstToLast(Model model) {
        double[] norms = ResidualApplication.gradientNorms(model, DATA.train());
        return norms[0] / norms[norms.length - 1];
    }

    private static double accuracyAfterTwoEpochs(Model model) {
        Model.Training training = model.training(ResidualApplication.BATCH);
        ResidualApplication.train(training, DATA.train(), 1);
        ResidualApplication.train(training, DATA.train(), 2);
        return ResidualApplication.accuracy(model, DATA.test());
    }
}
