package samples.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.spark.CostModel;
import dev.leibniz.spark.PlanPage;
import dev.leibniz.spark.RoundCosts;
import dev.leibniz.spark.RoundShape;
import dev.leibniz.spark.SparkFit;
import dev.leibniz.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;

/** Measures rounds of small, middling and large networks, finds what a round takes from some of them, and holds that against the others. */
final class Planning {
    private static final int[] FITTED_PARTITIONS = {2, 8};
    private static final int OTHER_PARTITIONS = 4;
    private static final int BATCH = 256;
    private static final int LARGER_BATCH = 2048;

    private final JavaSparkContext spark;
    private final int rounds;
    private final List<CostModel.Measured> fitted = new ArrayList<>();
    private final List<CostModel.Measured> others = new ArrayList<>();
    private double rowSeconds;

    Planning(JavaSparkContext spark, int rounds) {
        this.spark = spark;
        this.rounds = rounds;
    }

    /** Measures. */
    CostModel measure() throws IOException {
        // The first rounds of a cluster are those in which it warms up.
        round(new Small.Factory(), OTHER_PARTITIONS, BATCH, "");
        for (Model.Factory network : List.of(new Small.Factory(), new Regions.Factory(), new Large.Factory())) {
            for (int partitions : FITTED_PARTITIONS) {
                fitted.add(round(network, partitions, BATCH, ""));
            }
            others.add(round(network, OTHER_PARTITIONS, BATCH, ", not fitted"));
            others.add(round(network, OTHER_PARTITIONS, LARGER_BATCH, ", not fitted"));
        }
        return CostModel.of(fitted);
    }

    private CostModel.Measured round(Model.Factory network, int partitions, int batch, String note) throws IOException {
        Model model = network.initialise(1);
        List<RoundCosts> costs = new ArrayList<>();
        SparkFit.of(model, Points.spread(spark, 0, partitions * batch * rounds, partitions))
                .inOrder()
                .deterministic()
                .epochs(1)
                .batchSize(batch)
                .progress(Progress.NONE)
                .afterRun(costs::add)
                .run();
        RoundCosts cost = costs.get(0);
        double task = cost.workSeconds() / partitions;
        if (model.name().equals("Regions")) {
            rowSeconds = task / batch;
        }
        RoundShape shape = new RoundShape(
                cost.executors(),
                1,
                partitions,
                task,
                cost.bytesDown(),
                cost.bytesUp(),
                true,
                Double.POSITIVE_INFINITY);
        String name =
                String.format(Locale.ROOT, "%s, %,d bytes, %,d rows each%s", model.name(), cost.bytesUp(), batch, note);
        return new CostModel.Measured(name, shape, cost.roundSeconds());
    }

    List<CostModel.Measured> measured() {
        List<CostModel.Measured> all = new ArrayList<>(fitted);
        all.addAll(others);
        return all;
    }

    /** How far the model is from rounds it was not made from, in the mean. */
    double meanError(CostModel model) {
        return others.stream()
                .mapToDouble(each -> Math.abs(model.seconds(each.shape()) / each.seconds() - 1))
                .average()
                .orElseThrow();
    }

    void write(Path page, CostModel model) throws IOException {
        PlanPage.write(page, model, measured(), new long[] {10_000, 1_000_000, 100_000_000}, rowSeconds, 8, 16_384);
    }

    /** Measured and planned rounds as a table. */
    String table(CostModel model) {
        StringBuilder table =
                new StringBuilder("| round | partitions | measured, ms | model, ms |\n| --- | --- | --- | --- |\n");
        for (CostModel.Measured each : measured()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f |%n",
                    each.name(),
                    each.shape().partitions(),
                    1e3 * each.seconds(),
                    1e3 * model.seconds(each.shape())));
        }
        return table.toString();
    }
}
