package dev.leibniz.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void classesAreCountedByWhatWasPredicted() {
        ClassificationMetrics metrics = new ClassificationMetrics(3);
        metrics.add(new float[] {0.7f, 0.2f, 0.1f, 0.1f, 0.3f, 0.6f}, new int[] {0, 1}, 2);
        metrics.add(new double[] {0.5, 0.25, 0.25, 0.2, 0.2, 0.6}, new int[] {2, 2}, 2);
        assertThat(metrics.confusion()).isDeepEqualTo(new long[][] {{1, 0, 0}, {0, 0, 1}, {1, 0, 1}});
        assertThat(metrics.rows()).isEqualTo(4);
        assertThat(metrics.accuracy()).isEqualTo(0.5);
        assertThat(metrics.topK(2)).isEqualTo(0.75);
        assertThat(metrics.topK(3)).isEqualTo(1);
        assertThat(metrics.topK(9)).isEqualTo(1);
        assertThat(metrics.precision(0)).isEqualTo(0.5);
        assertThat(metrics.precision(1)).isNaN();
        assertThat(metrics.recall(2)).isEqualTo(0.5);
        assertThat(metrics.f1(0)).isCloseTo(2 / 3.0, offset(1e-15));
        assertThat(metrics.f1(1)).isZero();
        assertThat(metrics.macroF1()).isCloseTo((2 / 3.0 + 0 + 0.5) / 3, offset(1e-15));
        assertThat(metrics.logLoss())
                .isCloseTo(-(Math.log(0.7f) + Math.log(0.3f) + Math.log(0.25) + Math.log(0.6)) / 4, offset(1e-15));
    }

    @Test
    void theFirstOfEqualScoresIsPredictedAndNanBeforeAll() {
        ClassificationMetrics metrics = new ClassificationMetrics(3);
        metrics.add(new double[] {0.4, 0.4, 0.2, 9, Double.NaN, 1, -0.0, 0.0, -1}, new int[] {0, 1, 0}, 3);
        assertThat(metrics.accuracy()).isEqualTo(1);
    }

    @Test
    void absentClassesAreLeftOutOfMeans() {
        ClassificationMetrics metrics = new ClassificationMetrics(5);
        assertThat(metrics.accuracy()).isNaN();
        metrics.add(new double[] {1, 0, 0, 0, 0}, new int[] {0}, 1);
        assertThat(metrics.macroF1()).isEqualTo(1);
        assertThatThrownBy(() -> metrics.add(new double[5], new int[] {5}, 1))
                .hasMessage("expected a label in 0..5, found 5");
    }

    @Test
    void zeroProbabilityIsInfiniteLoss() {
        ClassificationMetrics metrics = new ClassificationMetrics(2);
        metrics.add(new double[] {1, 0}, new int[] {1}, 1);
        assertThat(metrics.logLoss()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void regressionIsMeasuredAroundTheMeanOfTheTargets() {
        RegressionMetrics metrics = new RegressionMetrics();
        metrics.add(new float[] {1, 2}, new float[] {2, 2}, 2);
        metrics.add(new double[] {4}, new double[] {5}, 1);
        assertThat(metrics.meanAbsoluteError()).isCloseTo(2 / 3.0, offset(1e-15));
        assertThat(metrics.meanSquaredError()).isCloseTo(2 / 3.0, offset(1e-15));
        assertThat(metrics.r2()).isCloseTo(1 - 2 / 6.0, offset(1e-15));
    }

    @Test
    void varianceFarFromZeroIsExactToo() {
        RegressionMetrics metrics = new RegressionMetrics();
        for (int i = 0; i < 1000; i++) {
            metrics.add(new double[] {1e9}, new double[] {1e9 + i % 2}, 1);
        }
        // Half of the targets are 1 away, the variance around their mean is 1/4.
        assertThat(metrics.r2()).isCloseTo(1 - 0.5 / 0.25, offset(1e-9));
    }

    @Test
    void areaIsTheShareOfPairsInOrder() {
        Random random = new Random(3);
        RocAuc auc = new RocAuc();
        double[] scores = new double[200];
        boolean[] positive = new boolean[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = random.nextInt(3) == 0;
            scores[i] = random.nextInt(10) + (positive[i] ? 2 : 0);
            auc.add(scores[i], positive[i]);
        }
        double pairs = 0;
        double inOrder = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(auc.value()).isCloseTo(inOrder / pairs, offset(1e-15));
    }

    @Test
    void areaNeedsBothKinds() {
        RocAuc auc = new RocAuc();
        auc.add(1, true);
        assertThat(auc.value()).isNaN();
        auc.add(1, false);
        assertThat(auc.value()).isEqualTo(0.5);
        auc.add(Double.NEGATIVE_INFINITY, false);
        assertThat(auc.value()).isEqualTo(0.75);
        assertThatThrownBy(() -> auc.add(Double.NaN, true)).hasMessage("expected a score, found NaN in row 3");
    }
}
