package samples.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import samples.tables.data.Table;
import samples.tables.data.Tables;

final class RegressionTest {
    @Test
    void linearRegressionFindsTheClosedForm() {
        Table table = RegressionApplication.standardised(Tables.diabetes());
        double[] trained = new double[11];

        RegressionApplication.trainLinear(table, trained);

        assertThat(trained).containsExactly(LeastSquares.linear(table), within(1e-9));
        // The mean of the targets, and the weight that Efron et al. 2004 give the body mass index (519.84, of columns
        // of length 1).
        assertThat(trained[10]).isCloseTo(152.1335, within(1e-4));
        assertThat(trained[2] * Math.sqrt(442)).isCloseTo(519.84, within(0.01));
    }

    @Test
    void logisticRegressionFindsTheOptimum() {
        Table table = RegressionApplication.standardised(Tables.breastCancer());
        double[] trained = new double[31];

        double accuracy = RegressionApplication.trainLogistic(table, trained);

        assertThat(trained).containsExactly(LeastSquares.logistic(table, RegressionApplication.DECAY), within(1e-9));
        assertThat(accuracy).isGreaterThan(0.98);
    }

    @Test
    void theGradientIsZeroWhereNewtonsMethodEnds() {
        Table table = RegressionApplication.standardised(Tables.breastCancer());
        Logistic net = Logistic.initialise(0);
        double[] optimum = LeastSquares.logistic(table, RegressionApplication.DECAY);
        System.arraycopy(optimum, 0, net.parameters(), 0, optimum.length);
        double[] gradient = new double[31];

        net.lossAndGradient(table.features(), table.targets(), gradient, net.workspace(table.count()));

        assertThat(gradient).containsExactly(new double[31], within(1e-12));
    }
}
