package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.runtime.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String BEST = "best.safetensors";
    private static final String PROBE = "probe.tmp";
    private static final Pattern STEP = Pattern.compile("step-(\\d{8,18})\\.safetensors");

    private final Path folder;
    private final Fit.Checkpointing options;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final StateFile file;
    private final boolean resumes;

    Checkpoints(Fit fit, ModelData training, @Nullable ModelData validation) {
        this.options = Objects.requireNonNull(fit.checkpointing);
        this.folder = options.folder();
        this.file = new StateFile(fit, folder, training);
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

    /** Whether a folder has checkpoints to go on from. */
    static boolean exist(Path folder) {
        return Files.exists(StateFile.in(folder));
    }

    long every() {
        return options.every();
    }

    /** The state to begin with: that of the folder if training is to go on from there, into the trainer too. */
    FitState begin(Model.Training trainer, FitState fresh) throws IOException {
        prepare();
        if (!exist(folder)) {
            keep(0, 0);
            return fresh;
        }
        if (!resumes) {
            throw new TrainingException(
                    folder + " has the checkpoints of another run: go on from them by resume(), or delete them");
        }
        FitState state = file.read(settings);
        keep(options.kept(), state.step);
        trainer.load(folder.resolve(stepFile(state.step)));
        return state;
    }

    void write(Model.Training trainer, FitState state) throws IOException {
        trainer.save(folder.resolve(stepFile(state.step)));
        file.write(state, settings);
        keep(options.kept(), state.step);
    }

    void writeBest(Model.Training trainer) throws IOException {
        trainer.save(folder.resolve(BEST));
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
