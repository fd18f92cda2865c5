package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.runtime.io.FileProblem;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of checkpoints: the trainer's own, one for each of the last steps at which one was written, {@code best.safetensors}, the network of the best
 * epoch, and
 * {@code fit.safetensors}, which says where training stands and to which step's checkpoint that belongs. It is replaced after that one was
 * written, so that a crash at any moment leaves a folder to go on from.
 */
final class Checkpoints {
    private static final String STATE = "fit.safetensors";
    private static final String BEST = "best.safetensors";
    private static final String PROBE = "probe.tmp";
    private static final Pattern STEP = Pattern.compile("step-(\\d{8,18})\\.safetensors");
    private static final long MOST_STEPS = 999_999_999_999_999_999L;

    private final Path folder;
    private final Fit.Checkpointing options;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final int metrics;
    private final boolean resumes;

    Checkpoints(Fit fit, ModelData training, @Nullable ModelData validation) {
        this.options = Objects.requireNonNull(fit.checkpointing);
        this.folder = options.folder();
        this.metrics = fit.model.metrics().size();
        settings.put("network", fit.model.name());
        settings.put("training data", training.identity());
        settings.put("validation data", validation == null ? "none" : validation.identity());
        settings.put("batchSize", String.valueOf(fit.batchSize));
        settings.put("batchesPerStep", String.valueOf(fit.batchesPerStep));
        settings.put("seed", String.valueOf(fit.seed));
        settings.put("inOrder", String.valueOf(fit.inOrder));
        settings.put("clipValue", String.valueOf(fit.largestValue));
        settings.put("clipNorm", String.valueOf(fit.largestNorm));
        settings.put("averageParameters", String.valueOf(fit.averageDecay));
        settings.put("reduceOnPlateau", String.valueOf(fit.plateau));
        settings.put("stopEarly", String.valueOf(fit.stopping));
        this.resumes = fit.resumes;
    }

    long every() {
        return options.every();
    }

    /** The state to begin with: that of the folder if training is to go on from there, into the trainer too. */
    FitState begin(Model.Training trainer, FitState fresh) throws IOException {
        Path file = folder.resolve(STATE);
        prepare();
        if (!Files.exists(file)) {
            keep(0, 0);
            return fresh;
        }
        if (!resumes) {
            throw new TrainingException(
                    folder + " has the checkpoints of another run: go on from them by resume(), or delete them");
        }
        Safetensors.Contents contents = Safetensors.read(file);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String before = contents.metadata().get(setting.getKey());
            if (!setting.getValue().equals(before)) {
                throw new TrainingException("cannot go on from " + folder + ": " + setting.getKey() + " was " + before
                        + ", now it is " + setting.getValue());
            }
        }
        FitState state = read(contents);
        keep(options.kept(), state.step);
        trainer.load(folder.resolve(stepFile(state.step)));
        return state;
    }

    void write(Model.Training trainer, FitState state) throws IOException {
        trainer.save(folder.resolve(stepFile(state.step)));
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
            System.arraycopy(epoch.training(), 0, epochs, i * width(), metrics + 1);
            System.arraycopy(epoch.validation(), 0, epochs, i * width() + metrics + 1, metrics + 1);
            epochs[i * width() + 2 * metrics + 2] = epoch.rate();
        }
        tensors.add(doubles("epochs", epochs));
        addArray(tensors, "bestParameters", state.bestParameters);
        addArray(tensors, "bestStates", state.bestStates);
        addArray(tensors, "average", state.average);
        Safetensors.write(folder.resolve(STATE), metadata, tensors);
        keep(options.kept(), state.step);
    }

    void writeBest(Model.Training trainer) throws IOException {
        trainer.save(folder.resolve(BEST));
    }

    private int width() {
        return 2 * metrics + 3;
    }

    private FitState read(Safetensors.Contents contents) {
        FitState state = new FitState(metrics);
        state.batch = (int) number(contents, "batch", 0, Integer.MAX_VALUE);
        state.step = number(contents, "step", 0, MOST_STEPS);
        state.rows = number(contents, "rowsOfEpoch", 0, Long.MAX_VALUE);
        double[] sums = tensor(contents, "sums").toDoubles();
        double[] values = tensor(contents, "values").toDoubles();
        double[] epochs = tensor(contents, "epochs").toDoubles();
        if (sums.length != state.sums.length || values.length != 2 || epochs.length % width() != 0) {
            throw new TrainingException("cannot go on from " + folder + ": it was written with other metrics");
        }
        System.arraycopy(sums, 0, state.sums, 0, sums.length);
        state.rate = values[0];
        state.bestValue = values[1];
        for (int at = 0; at < epochs.length; at += width()) {
            state.epochs.add(new History.Epoch(
                    Arrays.copyOfRange(epochs, at, at + metrics + 1),
                    Arrays.copyOfRange(epochs, at + metrics + 1, at + 2 * metrics + 2),
                    epochs[at + 2 * metrics + 2]));
        }
        state.best = (int) number(contents, "best", -1, state.epochs.size() - 1);
        state.bestParameters = array(contents, "bestParameters");
        state.bestStates = array(contents, "bestStates");
        state.average = array(contents, "average");
        return state;
    }

    private StoredTensor tensor(Safetensors.Contents contents, String name) {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            throw new TrainingException("cannot go on from " + folder + ": " + STATE + " has no " + name);
        }
        return tensor;
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
        throw new TrainingException("cannot go on from " + folder + ": in " + STATE + " " + name + " is " + text
                + ", must be a whole number from " + least + " to " + most);
    }

    private static @Nullable Object array(Safetensors.Contents contents, String name) {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            return null;
        }
        return tensor.type() == StoredTensor.Type.F64 ? tensor.toDoubles() : tensor.toFloats();
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

    private static String stepFile(long step) {
        return String.format(Locale.ROOT, "step-%08d.safetensors", step);
    }

    /** Makes the folder, and finds out now whether files can be written there. */
    private void prepare() throws IOException {
        try {
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve(PROBE), new byte[1]);
            Files.delete(folder.resolve(PROBE));
        } catch (IOException e) {
            throw new IOException("cannot keep checkpoints in " + folder + ": " + new FileProblem(e).reason(), e);
        }
    }

    /** Deletes the checkpoints of steps behind the current one, which a crash left, and all others but the last ones. */
    private void keep(int count, long current) throws IOException {
        List<Long> steps;
        try (Stream<Path> files = Files.list(folder)) {
            steps = files.map(file -> STEP.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        int kept = 0;
        for (long step : steps) {
            if (step <= current && kept < count) {
                kept++;
            } else {
                Files.deleteIfExists(folder.resolve(stepFile(step)));
            }
        }
    }
}
