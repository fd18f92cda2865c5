package dev.leibniz.spark;

import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.History;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Where training stands as a checkpoint holds it: the epochs that are done, and step, rate and sums of the one that is not. How many rounds, blocks and rows that were follows from the plan, so
 * no file can say otherwise.
 *
 * @param stepsOfRound how many steps of an epoch a round takes; the last one of an epoch may take fewer
 * @param hasRate whether the network has a rate
 */
record StoredStanding(Plan plan, int metrics, int stepsOfRound, boolean hasRate) {
    private static final String STEP = "fit/step";
    private static final String RATE = "fit/rate";
    private static final String SUMS = "fit/sums";
    private static final String EPOCHS = "fit/epochs";

    /** For each epoch loss and metrics, the same on validation data, and the rate. */
    private int width() {
        return 2 * results() + 1;
    }

    private int results() {
        return metrics + 1;
    }

    /** The tensors of a checkpoint that say it. */
    static List<StoredTensor> tensors(Standing standing) {
        double[] epochs =
                standing.epochs.stream().flatMapToDouble(StoredStanding::values).toArray();
        return List.of(
                StoredTensor.of(STEP, new long[] {1}, new int[] {standing.step}, 0),
                doubles(RATE, standing.rate),
                doubles(SUMS, standing.sums),
                doubles(EPOCHS, epochs));
    }

    private static DoubleStream values(History.Epoch epoch) {
        return Stream.of(epoch.training(), epoch.validation(), new double[] {epoch.rate()})
                .flatMapToDouble(Arrays::stream);
    }

    private static StoredTensor doubles(String name, double... values) {
        return StoredTensor.of(name, new long[] {values.length}, values, 0);
    }

    /**
     * What the tensors of a checkpoint say.
     *
     * @throws CheckpointException if training by this plan never stands there
     */
    Standing read(Safetensors.Contents contents) throws CheckpointException {
        Standing standing = new Standing(metrics);
        standing.step = step(tensor(contents, STEP, 1).toInts()[0]);
        standing.rate = rate(tensor(contents, RATE, 1).toDoubles()[0]);
        double[] sums = tensor(contents, SUMS, results()).toDoubles();
        boolean isBegun = standing.step > 0;
        if (isBegun ? !Double.isFinite(sums[0]) : Arrays.stream(sums).anyMatch(sum -> sum != 0)) {
            throw new CheckpointException(
                    SUMS + " is " + Arrays.toString(sums) + " at step " + standing.step + " of an epoch");
        }
        System.arraycopy(sums, 0, standing.sums, 0, sums.length);
        StoredTensor epochs = tensor(contents, EPOCHS, -1);
        if (epochs.length() % width() != 0) {
            throw new CheckpointException(
                    EPOCHS + " has " + epochs.length() + " elements, must have " + width() + " for each epoch");
        }
        double[] values = epochs.toDoubles();
        for (int at = 0; at < values.length; at += width()) {
            standing.epochs.add(epoch(Arrays.copyOfRange(values, at, at + width())));
        }
        count(standing);
        return standing;
    }

    private int step(int step) throws CheckpointException {
        if (step < 0 || step >= plan.steps() || step % stepsOfRound != 0) {
            throw new CheckpointException(STEP + " is " + step + ", must be a multiple of " + stepsOfRound
                    + " from 0 to below " + plan.steps());
        }
        return step;
    }

    private double rate(double rate) throws CheckpointException {
        if (Double.isFinite(rate) != hasRate) {
            throw new CheckpointException(
                    "a rate is " + rate + (hasRate ? ", must be finite" : ", but the network has none"));
        }
        return rate;
    }

    private History.Epoch epoch(double[] values) throws CheckpointException {
        if (!Double.isFinite(values[0])) {
            throw new CheckpointException("the loss of an epoch in " + EPOCHS + " is " + values[0]);
        }
        return new History.Epoch(
                Arrays.copyOf(values, results()),
                Arrays.copyOfRange(values, results(), 2 * results()),
                rate(values[2 * results()]));
    }

    private void count(Standing standing) {
        int done = standing.epochs.size();
        standing.rounds = (long) done * rounds(plan.steps()) + rounds(standing.step);
        standing.passes = done * plan.blocks(plan.steps()) + plan.blocks(standing.step);
        standing.rows = plan.rows(done, standing.step);
    }

    private int rounds(int steps) {
        return (int) (((long) steps + stepsOfRound - 1) / stepsOfRound);
    }

    private static StoredTensor tensor(Safetensors.Contents contents, String name, int length)
            throws CheckpointException {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null || (length >= 0 && tensor.length() != length)) {
            throw new CheckpointException(
                    tensor == null
                            ? "there is no " + name
                            : name + " has " + tensor.length() + " elements, must have " + length);
        }
        return tensor;
    }
}
