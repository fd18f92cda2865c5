package dev.leibniz.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Fit;
import dev.leibniz.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nets.Moons;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training by two other processes, one of which dies. */
@OnSpark
final class ClusterTest {
    private static final int PARTITIONS = 4;

    private static SparkSession session;

    @BeforeAll
    static void begin() {
        session = Sessions.processes();
    }

    @AfterAll
    static void end() {
        session.stop();
    }

    /** Examples whose tasks fail twice before they give any. */
    private static JavaRDD<Object[]> failingTwice(List<Object[]> examples) {
        return Points.spread(session, examples, PARTITIONS).map(example -> {
            if (TaskContext.get().attemptNumber() < 2) {
                throw new IllegalStateException("attempt " + TaskContext.get().attemptNumber());
            }
            return example;
        });
    }

    private static Set<Long> executors() {
        return new TreeSet<>(Points.context(session)
                .parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), 8)
                .map(number -> {
                    Thread.sleep(50);
                    return ProcessHandle.current().pid();
                })
                .collect());
    }

    /** Kills an executor before some rounds. */
    private static final class Killer implements Progress {
        private final Set<Integer> rounds;
        private final List<Long> killed = new ArrayList<>();
        private int round;

        Killer(Integer... rounds) {
            this.rounds = Set.of(rounds);
        }

        @Override
        public void stepped(
                int epoch, int epochs, double done, List<String> metrics, double[] means, double rows, double left) {
            round++;
            if (rounds.contains(round)) {
                long pid = executors().iterator().next();
                assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                killed.add(pid);
            }
        }
    }

    @Test
    void executorsThatDieAndTasksThatFailTwiceChangeNoBit() throws IOException {
        List<Object[]> examples = Points.examples(PARTITIONS * 64);
        Model one = Moons.initialise(5).asModel();
        one.setDraws(11, 0);
        Fit.of(one, Points.interleaved(examples, PARTITIONS, 16))
                .inOrder()
                .batchSize(16)
                .accumulate(PARTITIONS)
                .epochs(4)
                .progress(Progress.NONE)
                .run();
        Killer killer = new Killer(6, 11);
        Model many = Moons.initialise(5).asModel();
        SparkFit.of(many, failingTwice(examples))
                .inOrder()
                .deterministic()
                .batchSize(16)
                .epochs(4)
                .seed(11)
                .progress(killer)
                .run();

        assertThat(killer.killed).hasSize(2);
        assertThat(executors()).doesNotContainAnyElementsOf(killer.killed);
        assertThat(Points.parameters(many)).isEqualTo(Points.parameters(one));
    }

    @Test
    void localStepsHaveTheSameBitsWhenAnExecutorDiesAndTasksFail() throws IOException {
        List<Object[]> examples = Points.examples(PARTITIONS * 64);
        Model first = Moons.initialise(5).asModel();
        local(first, Points.spread(session, examples, PARTITIONS), Progress.NONE);
        Killer killer = new Killer(2);
        Model second = Moons.initialise(5).asModel();
        local(second, failingTwice(examples), killer);

        assertThat(killer.killed).hasSize(1);
        assertThat(Points.parameters(second)).isEqualTo(Points.parameters(first));
    }

    private static void local(Model model, JavaRDD<Object[]> examples, Progress progress) throws IOException {
        SparkFit.of(model, examples)
                .deterministic()
                .localSteps(2)
                .batchSize(16)
                .epochs(3)
                .progress(progress)
                .run();
    }

    @Test
    void bytesAreThoseThatRoundsNeed() throws IOException {
        List<RoundCosts> costs = new ArrayList<>();
        Model model = Moons.initialise(5).asModel();
        SparkFit.of(model, Points.spread(session, Points.examples(PARTITIONS * 64), PARTITIONS))
                .deterministic()
                .batchSize(8)
                .epochs(3)
                .progress(Progress.NONE)
                .afterRun(costs::add)
                .run();

        RoundCosts all = costs.get(0);
        int parameters = Points.parameters(model).length;
        assertThat(all.rounds()).isEqualTo(24);
        assertThat(all.executors()).isEqualTo(2);
        assertThat(all.bytesUp()).isEqualTo(4L * parameters);
        assertThat(all.bytesDown()).isEqualTo(4L * parameters + 8);
        assertThat(all.measuredUp()).isBetween(1.0 * PARTITIONS * all.bytesUp(), 8192.0 * PARTITIONS);
        assertThat(all.measuredDown()).isGreaterThan(0.8 * 2 * all.bytesDown());
        assertThat(all.isWorthIt()).isFalse();
        assertThat(all.verdict()).contains("NOT WORTH IT");
    }
}
