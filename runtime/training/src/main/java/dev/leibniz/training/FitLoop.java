package dev.leibniz.training;

import dev.leibniz.runtime.FiniteChecks;
import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.training.data.Batches;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Epochs over batches, each batch a step or part of one, and what is measured on the way. */
final class FitLoop implements AutoCloseable {
    /** The hyper that a schedule sets. */
    static final String RATE = "rate";

    private final Fit fit;
    private final Model model;
    private final ModelData training;
    private final @Nullable ModelData validation;
    private final Model.Training trainer;
    private final @Nullable Checkpoints checkpoints;
    private final @Nullable Object mean;
    private final Run run;
    private final Watchers watchers;
    private final long began = System.nanoTime();
    private FitState state;
    private long rowsDone;

    FitLoop(Fit fit, Watchers watchers) {
        this.fit = fit;
        this.watchers = watchers;
        this.model = fit.model;
        if (fit.rate != null && !model.hypers().contains(RATE)) {
            throw new TrainingException(
                    model.name() + " has no 'hyper rate' that a schedule could set, but hypers " + model.hypers());
        }
        if (fit.stopping != null && fit.validation == null) {
            throw new TrainingException("stopEarly needs validation data");
        }
        if (fit.plateau != null && fit.rate == null) {
            throw new TrainingException("reduceOnPlateau needs a rate(schedule) to reduce");
        }
        this.training = ModelData.of(model, fit.training, "training", fit.batchSize, fit.sizes, fit.seed);
        this.validation = fit.validation == null
                ? null
                : ModelData.of(model, fit.validation, "validation", fit.batchSize, fit.sizes, fit.seed);
        if (fit.debugsNans) {
            model.setDebugNans(true);
        }
        this.trainer = model.training(training.capacity());
        this.checkpoints = fit.checkpointing == null ? null : new Checkpoints(fit, training, validation);
        this.mean = fit.batchesPerStep == 1 ? null : FitState.like(model.parameters());
        this.run = new Run(model, training, validation, fit.epochs, fit.progress);
        this.state = new FitState(model.metrics().size());
    }

    History run() throws IOException {
        if (checkpoints != null) {
            state = checkpoints.begin(trainer, state);
            if (state.step > 0) {
                fit.progress.note("going on from epoch " + (state.epochs.size() + 1) + ", step " + state.step);
            }
        }
        watchers.begin(run);
        while (state.epochs.size() < fit.epochs && !isStopped()) {
            epoch();
        }
        state.exchangeAverage(model.parameters());
        if (fit.stopping != null) {
            state.restoreBest(model);
            fit.progress.note((isStopped() ? "stopped early, " : "") + "epoch " + (state.best + 1) + " is the best");
        }
        watchers.end(run, history());
        return history();
    }

    private boolean isStopped() {
        return fit.stopping != null && state.epochs.size() - 1 - state.best >= fit.stopping.patience();
    }

    private History history() {
        int best = fit.stopping == null ? state.epochs.size() - 1 : state.best;
        return new History(model.metrics(), state.epochs, best);
    }

    private void epoch() throws IOException {
        Batches batches = training.batches();
        Iterator<Batches.Batch> epoch =
                fit.inOrder ? batches.inOrder(state.batch) : batches.epoch(state.epochs.size(), state.batch);
        double factor = plateauFactor();
        int pending = 0;
        long pendingRows = 0;
        while (epoch.hasNext()) {
            Batches.Batch batch = epoch.next();
            if (pending == 0) {
                setRate(factor);
            }
            accumulate(batch, pendingRows);
            measure(batch);
            pending++;
            pendingRows += batch.rows();
            state.batch++;
            if (pending == fit.batchesPerStep || !epoch.hasNext()) {
                update();
                pending = 0;
                pendingRows = 0;
                if (checkpoints != null && epoch.hasNext() && state.step % checkpoints.every() == 0) {
                    requireFinite();
                    checkpoints.write(trainer, state);
                }
            }
            show(batches.count());
        }
        finishEpoch();
    }

    /** Adds the gradient of a batch to those of its step. It is looked at before anything is changed by it, which is why a step is taken in parts. */
    private void accumulate(Batches.Batch batch, long rowsBefore) {
        double loss;
        try {
            loss = trainer.accumulate(batch.arrays(), training.sizes(batch.rows()));
        } catch (NonFiniteException e) {
            throw failure(place() + ": " + e.getMessage() + new FaultyBatch(model, training, batch).row(e));
        } catch (IllegalArgumentException e) {
            throw failure(place() + ": " + e.getMessage() + new FaultyBatch(model, training, batch).row());
        }
        if (!Double.isFinite(loss)) {
            throw failure("the loss is " + loss + " in " + place() + new FaultyBatch(model, training, batch).cause());
        }
        if (!Gradients.isFinite(trainer.gradient())) {
            throw failure("a gradient is not finite in " + place()
                    + new FaultyBatch(model, training, batch).cause(trainer.gradient()));
        }
        if (mean != null) {
            Gradients.join(mean, rowsBefore, trainer.gradient(), batch.rows());
            Gradients.clear(trainer.gradient());
        }
    }

    private String place() {
        return "epoch " + (state.epochs.size() + 1) + ", batch " + (state.batch + 1) + " of "
                + training.batches().count() + ", step " + (state.step + 1);
    }

    private void update() {
        if (mean != null) {
            System.arraycopy(mean, 0, trainer.gradient(), 0, FitState.length(mean));
        }
        Gradients.clip(trainer.gradient(), fit.largestValue, fit.largestNorm);
        trainer.apply();
        state.step++;
        if (fit.debugsNans) {
            requireFinite();
        }
        state.average(model.parameters(), fit.averageDecay);
    }

    /** No checkpoint is written of what cannot be trained any more. */
    private void requireFinite() {
        try {
            if (model.parameters() instanceof float[] floats) {
                FiniteChecks.tensors("parameter", model.parameterList(), floats);
            } else {
                FiniteChecks.tensors("parameter", model.parameterList(), (double[]) model.parameters());
            }
        } catch (NonFiniteException e) {
            throw failure("epoch " + (state.epochs.size() + 1) + ", step " + state.step + ", after the update: "
                    + e.getMessage());
        }
    }

    /** What to throw when training cannot go on; the model is left with the best parameters, if they were kept. */
    private TrainingException failure(String what) {
        state.restoreBest(model);
        return new TrainingException(what);
    }

    private void setRate(double factor) {
        if (fit.rate != null) {
            int steps = (training.batches().count() + fit.batchesPerStep - 1) / fit.batchesPerStep;
            state.rate = fit.rate.rate(state.step, (long) steps * fit.epochs) * factor;
            if (!Double.isFinite(state.rate)) {
                throw failure("the schedule gives a rate of " + state.rate + " for step " + (state.step + 1));
            }
            model.setHyper(RATE, state.rate);
        } else if (model.hypers().contains(RATE)) {
            state.rate = model.hyper(RATE);
        }
    }

    private double plateauFactor() {
        return fit.plateau == null
                ? 1
                : fit.plateau.factor(
                        state.epochs, validation == null ? History.Epoch::loss : History.Epoch::validationLoss);
    }

    private void measure(Batches.Batch batch) {
        double[] results = trainer.results();
        for (int i = 0; i < results.length; i++) {
            state.sums[i] += batch.rows() * results[i];
        }
        state.rows += batch.rows();
        rowsDone += batch.rows();
    }

    private void finishEpoch() throws IOException {
        double[] measured = state.means();
        requireFinite();
        state.exchangeAverage(model.parameters());
        try {
            state.finishEpoch(new History.Epoch(measured, validate(measured.length), state.rate));
            double value = monitored(state.epochs.get(state.epochs.size() - 1));
            if (state.best < 0 || value < state.bestValue) {
                state.keepBest(value, fit.stopping == null ? null : model);
                if (checkpoints != null) {
                    checkpoints.writeBest(trainer);
                }
            }
        } finally {
            state.exchangeAverage(model.parameters());
        }
        if (checkpoints != null) {
            checkpoints.write(trainer, state);
        }
        History history = history();
        state.exchangeAverage(model.parameters());
        watchers.epoch(run, history);
        state.exchangeAverage(model.parameters());
        fit.progress.finished(history, fit.epochs, rowsPerSecond());
        fit.afterEpoch.accept(history);
    }

    /** What the best epoch has least of; NaN counts as the most. */
    private double monitored(History.Epoch epoch) {
        double[] values = validation == null ? epoch.training() : epoch.validation();
        double value = fit.stopping == null ? values[0] : fit.stopping.monitored(model.metrics(), values);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private double[] validate(int count) {
        if (validation == null) {
            double[] none = new double[count];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return validation.evaluate(model);
    }

    private double rowsPerSecond() {
        return rowsDone / Math.max(1e-9, (System.nanoTime() - began) / 1e9);
    }

    private void show(int batches) {
        int epoch = state.epochs.size();
        double done = (double) state.batch / batches;
        double left = (fit.epochs - epoch - done) * training.rows() / rowsPerSecond();
        fit.progress.stepped(epoch, fit.epochs, done, model.metrics(), state.means(), rowsPerSecond(), left);
    }

    @Override
    public void close() {
        if (fit.debugsNans) {
            model.setDebugNans(false);
        }
        training.batches().close();
        if (validation != null) {
            validation.batches().close();
        }
    }
}
