package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.Gradients;
import dev.leibniz.training.History;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** Epochs over rounds, on the driver. */
final class SparkLoop {
    static final String RATE = "rate";

    private final SparkFit fit;
    private final Model model;
    private final ModelRows shape;
    private final JavaSparkContext spark;
    private final JavaRDD<Block> blocks;
    private final @Nullable JavaRDD<Block> validation;
    private Standing standing;
    private long began;
    private long rowsDone;

    SparkLoop(
            SparkFit fit, ModelRows shape, JavaRDD<Object[]> examples, @Nullable JavaRDD<Object[]> validationExamples) {
        this.fit = fit;
        this.model = fit.model;
        this.shape = shape;
        this.spark = JavaSparkContext.fromSparkContext(examples.context());
        if (fit.rate != null && !model.hypers().contains(RATE)) {
            throw new TrainingException(
                    model.name() + " has no 'hyper rate' that a schedule could set, but hypers " + model.hypers());
        }
        if (Numbers.length(model.parameters()) == 0) {
            throw new TrainingException(model.name() + " has no parameters that could be trained");
        }
        requireTraining();
        this.blocks = examples.mapPartitionsWithIndex(
                new BlockCutter(shape, SparkFit.TRAINING, fit.batchSize, fit.inOrder, fit.seed), true);
        this.validation = validationExamples == null
                ? null
                : validationExamples.mapPartitionsWithIndex(
                        new BlockCutter(shape, SparkFit.VALIDATION, fit.batchSize, true, fit.seed), true);
        this.standing = new Standing(model.metrics().size());
    }

    private void requireTraining() {
        try {
            model.training(shape.sizes(1));
        } catch (UnsupportedOperationException e) {
            throw new TrainingException(model.name() + " cannot be trained: " + e.getMessage(), e);
        }
    }

    History run() throws IOException {
        @Nullable CheckpointFolder checkpoints = CheckpointFolder.of(fit, spark.hadoopConfiguration());
        Traffic traffic = new Traffic();
        spark.sc().addSparkListener(traffic);
        blocks.persist(StorageLevel.MEMORY_AND_DISK());
        if (validation != null) {
            validation.persist(StorageLevel.MEMORY_AND_DISK());
        }
        try {
            Plan plan = Plan.of(blocks, SparkFit.TRAINING, fit.inOrder, fit.seed);
            String validated = validation == null
                    ? "none"
                    : Plan.of(validation, SparkFit.VALIDATION, true, 0).identity();
            Model.Training trainer = model.training(shape.sizes(plan.largestBlock()));
            if (checkpoints != null) {
                standing = checkpoints.begin(model, trainer, data(plan, validated), form(plan), standing);
            }
            train(plan, trainer, checkpoints, traffic);
        } finally {
            spark.sc().removeSparkListener(traffic);
            blocks.unpersist();
            if (validation != null) {
                validation.unpersist();
            }
        }
        return history();
    }

    private static Map<String, String> data(Plan plan, String validated) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("training data", plan.identity());
        data.put("validation data", validated);
        return data;
    }

    private StoredStanding form(Plan plan) {
        return new StoredStanding(
                plan,
                model.metrics().size(),
                Math.max(1, fit.localSteps),
                model.hypers().contains(RATE));
    }

    private History history() {
        return new History(model.metrics(), standing.epochs, standing.epochs.size() - 1);
    }

    private void train(Plan plan, Model.Training trainer, @Nullable CheckpointFolder checkpoints, Traffic traffic)
            throws IOException {
        if (standing.rounds > 0) {
            fit.progress.note(
                    "going on from epoch " + (standing.epochs.size() + 1) + ", round " + (standing.rounds + 1));
        }
        Broadcast<ModelPool> pool = spark.broadcast(new ModelPool(model, shape.sizes(plan.largestBlock())));
        try {
            RoundTask.Setting setting = new RoundTask.Setting(pool, shape, fit.seed);
            Rounds rounds = Rounds.of(fit, spark, blocks, setting, trainer);
            began = System.nanoTime();
            CostWatch watch = new CostWatch(rounds, plan, spark, traffic);
            while (standing.epochs.size() < fit.epochs) {
                round(plan, rounds, watch);
                boolean isEpoch = standing.step >= plan.steps();
                if (isEpoch) {
                    standing.finishEpoch(validate());
                }
                boolean isEnd = standing.epochs.size() == fit.epochs;
                model.setDraws(fit.seed, standing.passes);
                if (checkpoints != null && (isEnd || checkpoints.isDue(standing.rounds))) {
                    requireFinite();
                    checkpoints.write(trainer, standing);
                }
                if (isEpoch) {
                    fit.progress.finished(history(), fit.epochs, rowsPerSecond());
                    fit.afterEpoch.accept(history());
                }
            }
            watch.finish(fit.progress, fit.afterRun);
        } finally {
            pool.destroy();
        }
    }

    /** The loss and the metrics on the validation data; NaN if there are none. */
    private double[] validate() {
        if (validation == null) {
            double[] none = new double[1 + model.metrics().size()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return Measurement.of(model, shape, SparkFit.VALIDATION, validation);
    }

    /** No checkpoint is written of what cannot be trained any more. */
    private void requireFinite() {
        if (!Gradients.isFinite(model.parameters())) {
            throw new TrainingException("a parameter is not finite after round " + standing.rounds);
        }
    }

    private void round(Plan plan, Rounds rounds, CostWatch watch) throws IOException {
        int from = standing.step;
        int to = Math.min(from + rounds.steps(), plan.steps());
        int[][] chosen = plan.blocks(standing.epochs.size(), from, to);
        double[] rates = rates(from, to, plan.steps());
        long start = System.nanoTime();
        List<Partial> partials = rounds.run(chosen, standing.passes, rates);
        Partial all = new Partial();
        for (Partial each : partials) {
            standing.add(each);
            all.join(each);
        }
        refuse(all, plan.fingerprint(chosen));
        rounds.apply(all);
        watch.add(System.nanoTime() - start, all, fit.progress);
        standing.step = to;
        standing.rounds++;
        standing.passes += Arrays.stream(chosen).mapToInt(each -> each.length).sum();
        rowsDone += all.rows();
        if (rates.length > 0) {
            standing.rate = rates[rates.length - 1];
        } else if (model.hypers().contains(RATE)) {
            standing.rate = model.hyper(RATE);
        }
        show(plan);
    }

    /** Stops training that cannot go on; the model has the parameters that it had before the round. */
    private void refuse(Partial all, long fingerprint) {
        @Nullable String fault = all.fault();
        if (fault != null) {
            throw new TrainingException(
                    fault + ", in epoch " + (standing.epochs.size() + 1) + ", round " + (standing.rounds + 1));
        }
        if (all.fingerprint() != fingerprint) {
            throw new TrainingException(
                    "rows have changed since training began, in round " + (standing.rounds + 1)
                            + ": what they are made of gives other rows or another order when it is computed again, as after an executor was lost; write them to files first");
        }
    }

    private double[] rates(int from, int to, int steps) {
        if (fit.rate == null) {
            return new double[0];
        }
        double[] rates = new double[to - from];
        long first = (long) standing.epochs.size() * steps + from;
        for (int i = 0; i < rates.length; i++) {
            rates[i] = fit.rate.rate(first + i, (long) fit.epochs * steps);
            if (!Double.isFinite(rates[i])) {
                throw new TrainingException(
                        "the schedule gives a rate of " + rates[i] + " for step " + (first + i + 1));
            }
        }
        return rates;
    }

    private double rowsPerSecond() {
        return rowsDone / Math.max(1e-9, (System.nanoTime() - began) / 1e9);
    }

    private void show(Plan plan) {
        int epoch = standing.epochs.size();
        double done = (double) standing.step / plan.steps();
        double left = (fit.epochs - epoch - done) * plan.rows() / rowsPerSecond();
        fit.progress.stepped(epoch, fit.epochs, done, model.metrics(), standing.means(), rowsPerSecond(), left);
    }
}
