package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostModelTest {
    private static RoundShape shape(int nodes, int partitions, double bytes, boolean isDeterministic) {
        return new RoundShape(nodes, 1, partitions, 0.002, bytes, bytes, isDeterministic, Double.POSITIVE_INFINITY);
    }

    private static List<CostModel.Measured> measured(CostModel truth) {
        List<CostModel.Measured> rounds = new ArrayList<>();
        for (int partitions : new int[] {2, 4, 8}) {
            for (double bytes : new double[] {1e3, 1e5, 1e6}) {
                RoundShape shape = shape(2, partitions, bytes, true);
                rounds.add(new CostModel.Measured("round", shape, truth.seconds(shape)));
            }
        }
        return rounds;
    }

    @Test
    void coefficientsAreFoundFromRounds() {
        CostModel truth = new CostModel(0.01, 0.001, 2e-9);
        CostModel found = CostModel.of(measured(truth));

        assertThat(found.jobSeconds()).isCloseTo(0.01, offset(1e-9));
        assertThat(found.startSeconds()).isCloseTo(0.001, offset(1e-9));
        assertThat(found.byteSeconds()).isCloseTo(2e-9, offset(1e-14));
    }

    @Test
    void noCoefficientIsNegative() {
        List<CostModel.Measured> rounds = measured(new CostModel(0.05, -0.001, 2e-9));
        CostModel found = CostModel.of(rounds);

        assertThat(found.startSeconds()).isZero();
        assertThat(found.jobSeconds()).isBetween(0.04, 0.05);
    }

    @Test
    void bytesFollowEachOtherAsSparkSendsThem() {
        assertThat(shape(1, 1, 10, true).bytesInARow()).isEqualTo(10 + 10);
        assertThat(shape(3, 9, 10, true).bytesInARow()).isEqualTo(2 * 10 + 9 * 10);
        assertThat(shape(3, 9, 10, false).bytesInARow()).isEqualTo(2 * 10 + 6 * 10);
        assertThat(shape(3, 4, 10, false).bytesInARow()).isEqualTo(2 * 10 + 4 * 10);
        assertThat(shape(3, 7, 10, false).waves()).isEqualTo(3);
    }

    @Test
    void aNetworkMakesRoundsLonger() {
        CostModel model = new CostModel(0.01, 0.001, 0);
        RoundShape slow = new RoundShape(2, 1, 2, 0.002, 1e6, 1e6, true, 1e8);
        assertThat(model.seconds(slow)).isCloseTo(0.01 + 0.002 + 0.002 + 4e6 / 1e8, offset(1e-12));
    }

    @Test
    void theVerdictSaysWhatWouldPay() {
        RoundCosts costs = new RoundCosts(40, 4, 2, 1.2, 0.030, 0.008, 0.002, 1000, 1000, 1, 2, 3);
        assertThat(costs.isWorthIt()).isFalse();
        assertThat(costs.timesToPay()).isCloseTo(0.028 / 0.006, offset(1e-12));
        assertThat(costs.verdict())
                .isEqualTo(
                        "a round takes 30.0 ms for 8.0 ms of work on one core, of which the slowest partition did 2.0"
                                + " ms; NOT WORTH IT: one core alone is 3.8 times as fast. It pays from batches 5 times as"
                                + " large, or from as many localSteps");
        RoundCosts large = new RoundCosts(40, 4, 2, 1.2, 0.030, 0.080, 0.020, 1000, 1000, 1, 2, 3);
        assertThat(large.verdict()).endsWith("the slowest partition did 20.0 ms: 2.7 times as fast as that core");
        RoundCosts single = new RoundCosts(40, 1, 1, 1.2, 0.030, 0.008, 0.008, 1000, 1000, 1, 2, 3);
        assertThat(single.verdict()).endsWith("With one partition nothing is computed at the same time");
    }

    @Test
    void thePageHoldsTheModelAgainstWhatWasMeasured(@TempDir Path folder) throws IOException {
        CostModel model = new CostModel(0.01, 0.001, 2e-9);
        Path file = folder.resolve("plan.html");
        PlanPage.write(file, model, measured(model), new long[] {10_000, 1_000_000}, 1e-6, 8, 4096);

        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>")
                .contains("<b>10.00 ms</b>", "<td>+0 %</td>", "<h2>1,000,000 parameters</h2>", "<polyline")
                .doesNotContain("NaN");
    }
}
