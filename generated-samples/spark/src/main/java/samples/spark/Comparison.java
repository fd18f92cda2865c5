package samples.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.spark.RoundCosts;
import dev.leibniz.spark.SparkFit;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import dev.leibniz.training.data.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaSparkContext;

/** The same network trained on the same points in several ways, one epoch each. */
final class Comparison {
    private static final int PARTITIONS = 2;
    private static final int TEST_ROWS = 100_000;
    private static final Schedule RATE = Schedule.cosine(0.006);

    /** One way. */
    record Result(String name, double rowsSeconds, double trainingSeconds, double accuracy, double bytes) {}

    private final int rows;
    private final int batchSize;
    private final Progress progress;
    private final List<Result> results = new ArrayList<>();

    /** @param batchSize rows that each partition gives to a step */
    Comparison(int rows, int batchSize, Progress progress) {
        this.rows = rows;
        this.batchSize = batchSize;
        this.progress = progress;
    }

    private static Model fresh() {
        return Regions.initialise(1).asModel();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** By two processes: what rounds have cost. */
    RoundCosts cluster(String name, JavaSparkContext spark, UnaryOperator<SparkFit> options) throws IOException {
        progress.note("-- " + name);
        Model model = fresh();
        List<RoundCosts> costs = new ArrayList<>();
        SparkFit fit = options.apply(SparkFit.of(model, Points.spread(spark, 0, rows, PARTITIONS))
                .inOrder()
                .epochs(1)
                .batchSize(batchSize)
                .rate(RATE)
                .progress(progress)
                .afterRun(costs::add));
        long began = System.nanoTime();
        fit.run();
        double all = seconds(began);
        RoundCosts cost = costs.get(0);
        double training = Math.min(all, cost.totalSeconds());
        double accuracy = fit.measure(Points.spread(spark, rows, TEST_ROWS, PARTITIONS))[1];
        add(new Result(
                name,
                all - training,
                training,
                accuracy,
                cost.measuredDown() + cost.measuredUp() + cost.measuredShuffled()));
        return cost;
    }

    /** By this process alone, in steps of as many rows. */
    void alone() throws IOException {
        progress.note("-- one process, one thread");
        long began = System.nanoTime();
        Dataset data = Points.dataset(0, rows);
        double making = seconds(began);
        Model model = fresh();
        Fit fit = Fit.of(model, data)
                .inOrder()
                .epochs(1)
                .batchSize(PARTITIONS * batchSize)
                .rate(RATE)
                .progress(progress);
        began = System.nanoTime();
        fit.run();
        double training = seconds(began);
        add(new Result(
                "one process, one thread", making, training, fit.measure(Points.dataset(rows, TEST_ROWS))[1], 0));
    }

    private void add(Result result) {
        results.add(result);
        progress.note(line(result));
    }

    List<Result> results() {
        return results;
    }

    /** All ways as a table. */
    String table() {
        StringBuilder table = new StringBuilder(
                "| | rows made, s | trained, s | rows/s | accuracy | bytes a round |\n| --- | --- | --- | --- | --- | --- |\n");
        results.forEach(each -> table.append(line(each)).append('\n'));
        return table.toString();
    }

    private String line(Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %,.0f | %.2f %% | %,.0f |",
                result.name(),
                result.rowsSeconds(),
                result.trainingSeconds(),
                rows / result.trainingSeconds(),
                100 * result.accuracy(),
                result.bytes());
    }
}
