package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Gradients;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Rounds as the driver sees them: what all partitions are sent, and what their answers do to the model. */
abstract sealed class Rounds {
    final SparkFit fit;
    final RoundTask.Setting setting;
    final Model.Training trainer;
    private final JavaSparkContext spark;
    private final JavaRDD<Block> blocks;

    private Rounds(
            SparkFit fit,
            JavaSparkContext spark,
            JavaRDD<Block> blocks,
            RoundTask.Setting setting,
            Model.Training trainer) {
        this.fit = fit;
        this.spark = spark;
        this.blocks = blocks;
        this.setting = setting;
        this.trainer = trainer;
    }

    static Rounds of(
            SparkFit fit,
            JavaSparkContext spark,
            JavaRDD<Block> blocks,
            RoundTask.Setting setting,
            Model.Training trainer) {
        return fit.localSteps == 0
                ? new Synchronous(fit, spark, blocks, setting, trainer)
                : new Local(fit, spark, blocks, setting, trainer);
    }

    /** Steps of a partition in a round. */
    abstract int steps();

    /**
     * Has the partitions do their part.
     *
     * @return what each partition gave in their order, or all of it as one
     */
    abstract List<Partial> run(int[][] chosen, long firstPass, double[] rates) throws IOException;

    /** Changes the model by what all partitions gave together. */
    abstract void apply(Partial all) throws IOException;

    /** Bytes that each executor receives in a round. */
    abstract long bytesDown();

    /** Bytes that each partition gives. */
    abstract long bytesUp();

    final List<Partial> gather(RoundTask task) {
        JavaRDD<Partial> partials = blocks.mapPartitionsWithIndex(task, true);
        return Job.run(() -> fit.isDeterministic
                ? partials.collect()
                : List.of(partials.treeAggregate(new Partial(), (a, b) -> a.join(b), (a, b) -> a.join(b))));
    }

    final <T> Broadcast<T> send(T value) {
        return spark.broadcast(value);
    }

    /** One step by the mean gradient over all partitions. */
    private static final class Synchronous extends Rounds {
        Synchronous(
                SparkFit fit,
                JavaSparkContext spark,
                JavaRDD<Block> blocks,
                RoundTask.Setting setting,
                Model.Training trainer) {
            super(fit, spark, blocks, setting, trainer);
        }

        @Override
        int steps() {
            return 1;
        }

        @Override
        List<Partial> run(int[][] chosen, long firstPass, double[] rates) {
            if (rates.length > 0) {
                fit.model.setHyper(SparkLoop.RATE, rates[0]);
            }
            Broadcast<Object[]> numbers = send(GradientTask.numbers(fit.model));
            try {
                return gather(new GradientTask(setting, numbers, chosen, firstPass));
            } finally {
                numbers.destroy();
            }
        }

        @Override
        void apply(Partial all) {
            Numbers.overwrite(trainer.gradient(), all.means()[0]);
            Numbers.overwrite(fit.model.states(), all.means()[1]);
            Gradients.clip(trainer.gradient(), fit.largestValue, fit.largestNorm);
            trainer.apply();
        }

        @Override
        long bytesDown() {
            return bytesUp() + (long) Double.BYTES * fit.model.hypers().size();
        }

        @Override
        long bytesUp() {
            return Numbers.bytes(fit.model.parameters()) + Numbers.bytes(fit.model.states());
        }
    }

    /** Several steps of each partition by itself, then the mean over all of them. */
    private static final class Local extends Rounds {
        private @Nullable TrainerState start;

        Local(
                SparkFit fit,
                JavaSparkContext spark,
                JavaRDD<Block> blocks,
                RoundTask.Setting setting,
                Model.Training trainer) {
            super(fit, spark, blocks, setting, trainer);
        }

        @Override
        int steps() {
            return fit.localSteps;
        }

        @Override
        List<Partial> run(int[][] chosen, long firstPass, double[] rates) throws IOException {
            TrainerState now = TrainerState.of(trainer);
            start = now;
            Broadcast<TrainerState> sent = send(now);
            try {
                return gather(
                        new LocalStepsTask(setting, sent, chosen, firstPass, rates, fit.largestValue, fit.largestNorm));
            } finally {
                sent.destroy();
            }
        }

        @Override
        void apply(Partial all) throws IOException {
            Objects.requireNonNull(start).with(all.means(), all.metadata()).restore(trainer);
        }

        @Override
        long bytesDown() {
            return Objects.requireNonNull(start).bytes();
        }

        @Override
        long bytesUp() {
            return bytesDown();
        }
    }
}
