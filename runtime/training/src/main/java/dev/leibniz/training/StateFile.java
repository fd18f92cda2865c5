package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file {@code fit.safetensors}: where training stands, under options that must be the same when it goes on. Nothing in it is believed that cannot be. */
final class StateFile {
    private static final String NAME = "fit.safetensors";

    private final Fit fit;
    private final Model model;
    private final Path folder;
    private final ModelData training;

    /** Loss and metrics. */
    private final int measured;

    StateFile(Fit fit, Path folder, ModelData training) {
        this.fit = fit;
        this.model = fit.model;
        this.folder = folder;
        this.training = training;
        this.measured = 1 + model.metrics().size();
    }

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    void write(FitState state, Map<String, String> settings) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(settings);
        metadata.put("batch", String.valueOf(state.batch));
        metadata.put("step", String.valueOf(state.step));
        metadata.put("rowsOfEpoch", String.valueOf(state.rows));
        metadata.put("best", String.valueOf(state.best));
        List<StoredTensor> tensors = new ArrayList<>();
        tensors.add(doubles("sums", state.sums));
        tensors.add(doubles("values", state.rate, state.bestValue));
        double[] epochs = new double[state.epochs.size() * width()];
        for (int i = 0; i < state.epochs.size(); i++) {
            History.Epoch epoch = state.epochs.get(i);
            System.arraycopy(epoch.training(), 0, epochs, i * width(), measured);
            System.arraycopy(epoch.validation(), 0, epochs, i * width() + measured, measured);
            epochs[i * width() + 2 * measured] = epoch.rate();
        }
        tensors.add(doubles("epochs", epochs));
        addArray(tensors, "bestParameters", state.bestParameters);
        addArray(tensors, "bestStates", state.bestStates);
        addArray(tensors, "average", state.average);
        Safetensors.write(in(folder), metadata, tensors);
    }

    private int width() {
        return 2 * measured + 1;
    }

    private static void addArray(List<StoredTensor> tensors, String name, @Nullable Object array) {
        if (array instanceof float[] floats) {
            tensors.add(StoredTensor.of(name, new long[] {floats.length}, floats, 0));
        } else if (array instanceof double[] elements) {
            tensors.add(doubles(name, elements));
        }
    }

    private static StoredTensor doubles(String name, double... values) {
        return StoredTensor.of(name, new long[] {values.length}, values, 0);
    }

    /**
     * Where training stood.
     *
     * @throws TrainingException if it had other settings, or something in the file cannot be
     */
    FitState read(Map<String, String> settings) throws IOException {
        Safetensors.Contents contents = Safetensors.read(in(folder));
        settings.forEach((name, now) -> {
            String before = contents.metadata().get(name);
            if (!now.equals(before)) {
                throw new TrainingException(
                        "cannot go on from " + folder + ": " + name + " was " + before + ", now it is " + now);
            }
        });
        FitState state = new FitState(model.metrics().size());
        readEpochs(contents, state);
        readPlace(contents, state);
        readBest(contents, state);
        if (fit.averageDecay > 0 && state.step > 0) {
            state.average = array(contents, "average", model.parameters(), true);
        }
        return state;
    }

    private void readEpochs(Safetensors.Contents contents, FitState state) {
        StoredTensor table = tensor(contents, "epochs");
        if (table.length() % width() != 0) {
            throw damaged("epochs has " + table.length() + " elements, must have " + width() + " for each epoch");
        }
        double[] epochs = table.toDoubles();
        for (int at = 0; at < epochs.length; at += width()) {
            if (!Double.isFinite(epochs[at])) {
                throw damaged("the loss of epoch " + (at / width() + 1) + " is " + epochs[at]);
            }
            state.epochs.add(new History.Epoch(
                    Arrays.copyOfRange(epochs, at, at + measured),
                    Arrays.copyOfRange(epochs, at + measured, at + 2 * measured),
                    epochs[at + 2 * measured]));
        }
    }

    /** The place within an epoch: all else follows from the number of epochs and batches that are done. */
    private void readPlace(Safetensors.Contents contents, FitState state) {
        int batches = training.batches().count();
        long stepsOfEpoch = (batches + fit.batchesPerStep - 1) / fit.batchesPerStep;
        state.batch = (int) number(contents, "batch", 0, batches - 1);
        if (state.batch % fit.batchesPerStep != 0) {
            throw damaged("batch is " + state.batch + ", must be a multiple of " + fit.batchesPerStep);
        }
        long step = state.epochs.size() * stepsOfEpoch + state.batch / fit.batchesPerStep;
        long rows = (long) state.batch * training.batches().size();
        state.step = number(contents, "step", step, step);
        state.rows = number(contents, "rowsOfEpoch", rows, rows);
        double[] sums = doubles(contents, "sums", measured);
        System.arraycopy(sums, 0, state.sums, 0, measured);
        if (!Double.isFinite(sums[0])) {
            throw damaged("the sum of losses is " + sums[0]);
        }
    }

    private void readBest(Safetensors.Contents contents, FitState state) {
        boolean isNone = state.epochs.isEmpty();
        double[] values = doubles(contents, "values", 2);
        state.rate = values[0];
        state.bestValue = values[1];
        state.best = (int) number(contents, "best", isNone ? -1 : 0, state.epochs.size() - 1);
        if (!isNone && Double.isNaN(state.bestValue)) {
            throw damaged("the best value is NaN");
        }
        if (state.step > 0 && model.hypers().contains(FitLoop.RATE) && !Double.isFinite(state.rate)) {
            throw damaged("the rate is " + state.rate);
        }
        if (!isNone && fit.stopping != null) {
            state.bestParameters = array(contents, "bestParameters", model.parameters(), true);
            state.bestStates = array(contents, "bestStates", model.states(), false);
        }
    }

    private StoredTensor tensor(Safetensors.Contents contents, String name) {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            throw damaged("there is no " + name);
        }
        return tensor;
    }

    private StoredTensor tensor(Safetensors.Contents contents, String name, int length) {
        StoredTensor tensor = tensor(contents, name);
        if (tensor.length() != length) {
            throw damaged(name + " has " + tensor.length() + " elements, must have " + length);
        }
        return tensor;
    }

    private double[] doubles(Safetensors.Contents contents, String name, int length) {
        return tensor(contents, name, length).toDoubles();
    }

    /** An array like another. */
    private Object array(Safetensors.Contents contents, String name, Object like, boolean isFinite) {
        StoredTensor tensor = tensor(contents, name, FitState.length(like));
        Object array = like instanceof float[] ? tensor.toFloats() : tensor.toDoubles();
        if (isFinite && !Gradients.isFinite(array)) {
            throw damaged(name + " has an element that is not finite");
        }
        return array;
    }

    private long number(Safetensors.Contents contents, String name, long least, long most) {
        String text = String.valueOf(contents.metadata().get(name));
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same as one that is out of its range.
        }
        throw damaged(name + " is " + text + ", must be "
                + (least == most ? String.valueOf(least) : "a whole number from " + least + " to " + most));
    }

    private TrainingException damaged(String what) {
        return new TrainingException("cannot go on from " + folder + ": in " + NAME + " " + what);
    }
}
