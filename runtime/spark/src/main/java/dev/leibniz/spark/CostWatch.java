package dev.leibniz.spark;

import dev.leibniz.training.Progress;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/** Measures rounds, and says early whether they are worth it. */
final class CostWatch {
    /** Rounds in which the JIT is still busy. */
    private static final int WARM_UP = 5;

    private static final int SAMPLE = 25;

    private final Rounds rounds;
    private final Plan plan;
    private final JavaSparkContext spark;
    private final Traffic traffic;
    private final long broadcastBefore;
    private final long resultsBefore;
    private final RecentMedian round = new RecentMedian();
    private final RecentMedian work = new RecentMedian();
    private final RecentMedian longest = new RecentMedian();
    private long count;
    private long total;

    CostWatch(Rounds rounds, Plan plan, JavaSparkContext spark, Traffic traffic) {
        this.rounds = rounds;
        this.plan = plan;
        this.spark = spark;
        this.traffic = traffic;
        this.broadcastBefore = traffic.broadcast();
        this.resultsBefore = traffic.results();
    }

    /** A round is done. */
    void add(long nanos, Partial all, Progress progress) {
        count++;
        total += nanos;
        if (count > WARM_UP || count == 1) {
            round.add(nanos);
            work.add(all.nanos());
            longest.add(all.longestNanos());
        }
        if (count == SAMPLE) {
            progress.note(costs().verdict());
            progress.note(costs().bytes());
        }
    }

    /** Training is done. */
    void finish(Progress progress, Consumer<RoundCosts> listener) {
        if (count == 0) {
            return;
        }
        RoundCosts costs = costs();
        if (count < SAMPLE) {
            progress.note(costs.verdict());
            progress.note(costs.bytes());
        }
        progress.note(String.format(
                Locale.ROOT,
                "bytes a round as measured, compressed: %,.0f of broadcasts, %,.0f of results, %,.0f between executors",
                costs.measuredDown(),
                costs.measuredUp(),
                costs.measuredShuffled()));
        listener.accept(costs);
    }

    private RoundCosts costs() {
        int executors = spark.sc().statusTracker().getExecutorInfos().length;
        return new RoundCosts(
                count,
                plan.partitions(),
                Math.max(1, executors - 1),
                total / 1e9,
                round.seconds(),
                work.seconds(),
                longest.seconds(),
                rounds.bytesDown(),
                rounds.bytesUp(),
                (double) (traffic.broadcast() - broadcastBefore) / count,
                (double) (traffic.results() - resultsBefore) / count,
                (double) traffic.shuffled() / count);
    }
}
