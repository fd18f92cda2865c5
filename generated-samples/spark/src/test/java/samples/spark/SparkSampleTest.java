package samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.kernel.Simd;
import dev.leibniz.spark.CostModel;
import dev.leibniz.spark.RoundCosts;
import dev.leibniz.spark.SparkFit;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Progress;
import dev.leibniz.training.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** The application on fewer rows. */
@EnabledForJreRange(maxVersion = 22, disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 23 has no longer")
final class SparkSampleTest {
    private static Cluster cluster;

    @BeforeAll
    static void begin() throws IOException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void processesLearnWhatOneProcessLearns() throws IOException {
        Comparison comparison = new Comparison(100_000, 512, Progress.NONE);
        RoundCosts costs = comparison.cluster("two processes", cluster.context(), fit -> fit);
        comparison.alone();

        assertThat(costs.rounds()).isEqualTo(98);
        assertThat(comparison.results())
                .allSatisfy(each -> assertThat(each.accuracy()).isGreaterThan(0.8));
        assertThat(comparison.table()).contains("| two processes |", "| one process, one thread |");
    }

    /** With the SIMD kernels, which Spark's own options turn on in executors. */
    @Test
    void processesHaveTheBitsOfOneProcess() throws IOException {
        assertThat(Simd.available()).isTrue();
        int rows = 6 * 512;
        Model many = Regions.initialise(1).asModel();
        SparkFit.of(many, Points.spread(cluster.context(), 0, rows, 3))
                .inOrder()
                .deterministic()
                .batchSize(256)
                .epochs(2)
                .progress(Progress.NONE)
                .run();

        // A batch of each partition, then the next of each.
        int[] order = IntStream.range(0, rows)
                .map(i -> i / 256 % 3 * 1024 + i / 768 * 256 + i % 256)
                .toArray();
        Model one = Regions.initialise(1).asModel();
        Dataset data = Points.dataset(0, rows).select(order);
        Fit.of(one, data)
                .inOrder()
                .batchSize(256)
                .accumulate(3)
                .epochs(2)
                .progress(Progress.NONE)
                .run();

        assertThat((float[]) many.parameters()).isEqualTo((float[]) one.parameters());
    }

    @Test
    void aPlanIsMadeFromMeasuredRounds(@TempDir Path folder) throws IOException {
        Planning planning = new Planning(cluster.context(), 4);
        CostModel model = planning.measure();
        planning.write(folder.resolve("plan.html"), model);

        assertThat(model.jobSeconds() + model.startSeconds()).isPositive();
        assertThat(planning.measured()).hasSize(12);
        assertThat(Files.readString(folder.resolve("plan.html"))).contains("Large, ", ", not fitted");
    }
}
