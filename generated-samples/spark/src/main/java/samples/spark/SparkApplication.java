package samples.spark;

import dev.leibniz.spark.CostModel;
import dev.leibniz.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Trains {@code Regions.nn} by two processes and by one, compares them, and plans larger clusters. */
public final class SparkApplication {
    private static final int BATCH = 16_384;
    private static final int ROUNDS = 40;

    private SparkApplication() {}

    /** Takes the number of rows to train on, and a file for the plan. */
    public static void main(String[] arguments) throws IOException {
        Comparison comparison = new Comparison(Integer.parseInt(arguments[0]), BATCH, Progress.toConsole());
        try (Cluster cluster = Cluster.start()) {
            comparison.cluster("two processes", cluster.context(), fit -> fit);
            comparison.alone();
            comparison.cluster("two processes, 8 local steps", cluster.context(), fit -> fit.localSteps(8));
            plan(cluster, Path.of(arguments[1]));
        }
        System.out.println(comparison.table());
    }

    private static void plan(Cluster cluster, Path page) throws IOException {
        Planning planning = new Planning(cluster.context(), ROUNDS);
        CostModel model = planning.measure();
        planning.write(page, model);
        System.out.println(planning.table(model));
        System.out.printf(
                Locale.ROOT,
                "a round: %.2f ms, %.2f ms a task, %.2f ns a byte; mean error of rounds not fitted %.0f %%%n%n",
                1e3 * model.jobSeconds(),
                1e3 * model.startSeconds(),
                1e9 * model.byteSeconds(),
                100 * planning.meanError(model));
    }
}
