package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.Gradients;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder of checkpoints on any file system that Hadoop knows: a file for each, the trainer's own with where training stands in it. A file appears under its name only once it is
 * written, and older ones are deleted after that.
 */
final class CheckpointFolder {
    private static final Pattern ROUND = Pattern.compile("round-(\\d{8,18})\\.safetensors");
    private static final Pattern HALF_WRITTEN = Pattern.compile("\\.round-\\d+\\.safetensors\\.tmp");
    private static final String SETTING = "spark.";

    private static final String PROBE = ".probe.tmp";

    private final FileSystem files;
    private final Path folder;
    private final SparkFit.Checkpointing options;
    private final boolean resumes;
    private final Map<String, String> settings;

    private CheckpointFolder(SparkFit fit, SparkFit.Checkpointing options, FileSystem files) {
        this.options = options;
        this.folder = new Path(options.folder());
        this.files = files;
        this.resumes = fit.resumes;
        this.settings = fit.settings();
    }

    /**
     * The folder that training asks for, if it does; it is made, and found to be one in which files can be written.
     *
     * @throws TrainingException if it has the checkpoints of another run
     */
    static @Nullable CheckpointFolder of(SparkFit fit, Configuration hadoop) throws IOException {
        if (fit.checkpointing == null) {
            return null;
        }
        try {
            FileSystem files = new Path(fit.checkpointing.folder()).getFileSystem(hadoop);
            CheckpointFolder folder = new CheckpointFolder(fit, fit.checkpointing, files);
            folder.prepare();
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "cannot write checkpoints to " + fit.checkpointing.folder() + ": " + new HadoopProblem(e).reason(),
                    e);
        }
    }

    private void prepare() throws IOException {
        if (files instanceof LocalFileSystem local) {
            // Hadoop does not say why it cannot make a folder of this machine.
            Files.createDirectories(local.pathToFile(folder).toPath());
        } else if (!files.mkdirs(folder)) {
            throw new IOException("the folder cannot be made");
        }
        files.create(new Path(folder, PROBE), true).close();
        files.delete(new Path(folder, PROBE), false);
        for (FileStatus file : files.listStatus(folder)) {
            if (HALF_WRITTEN.matcher(file.getPath().getName()).matches()) {
                files.delete(file.getPath(), false);
            }
        }
        if (!resumes && !rounds().isEmpty()) {
            throw new TrainingException(
                    folder + " has the checkpoints of another run: go on from them by resume(), or delete them");
        }
    }

    boolean isDue(long rounds) {
        return rounds % options.every() == 0;
    }

    /**
     * Where to begin: where the last checkpoint stands if training is to go on from there, which the model then does too.
     *
     * @param data what tells these data from others
     */
    Standing begin(Model model, Model.Training trainer, Map<String, String> data, StoredStanding form, Standing fresh)
            throws IOException {
        settings.putAll(data);
        @Nullable IOException damage = null;
        for (long round : rounds()) {
            try {
                Standing standing =
                        TrainerState.inFolder(local -> read(file(round), local.resolve("checkpoint"), trainer, form));
                if (standing.rounds != round) {
                    throw new CheckpointException("it stands at round " + standing.rounds);
                }
                if (!Gradients.isFinite(model.parameters())) {
                    throw new CheckpointException("a parameter is not finite");
                }
                return standing;
            } catch (CheckpointException | ChecksumException e) {
                // The one before it stands somewhat earlier.
                damage = new CheckpointException(file(round) + " is damaged: " + e.getMessage(), e);
            }
        }
        if (damage != null) {
            throw damage;
        }
        return fresh;
    }

    private Standing read(Path from, java.nio.file.Path local, Model.Training trainer, StoredStanding form)
            throws IOException {
        files.copyToLocalFile(false, from, new Path(local.toUri()), true);
        Safetensors.Contents contents = Safetensors.read(local);
        settings.forEach((key, now) -> {
            String before = contents.metadata().get(SETTING + key);
            if (!now.equals(before)) {
                throw new TrainingException(
                        "cannot go on from " + from + ": " + key + " was " + before + ", now it is " + now);
            }
        });
        Standing standing = form.read(contents);
        trainer.load(local);
        return standing;
    }

    void write(Model.Training trainer, Standing standing) throws IOException {
        Path target = file(standing.rounds);
        Path half = new Path(folder, "." + target.getName() + ".tmp");
        TrainerState.inFolder(local -> {
            java.nio.file.Path trained = local.resolve("trainer");
            trainer.save(trained);
            Safetensors.Contents contents = Safetensors.read(trained);
            Map<String, String> metadata = new LinkedHashMap<>(contents.metadata());
            settings.forEach((key, value) -> metadata.put(SETTING + key, value));
            List<StoredTensor> tensors = new ArrayList<>(contents.tensors().values());
            tensors.addAll(StoredStanding.tensors(standing));
            java.nio.file.Path whole = local.resolve("checkpoint");
            Safetensors.write(whole, metadata, tensors);
            files.copyFromLocalFile(false, true, new Path(whole.toUri()), half);
            return whole;
        });
        files.delete(target, false);
        if (!files.rename(half, target)) {
            throw new IOException("cannot rename " + half + " to " + target.getName());
        }
        List<Long> rounds = rounds();
        for (long round : rounds) {
            if (round > standing.rounds || rounds.indexOf(round) >= options.kept()) {
                files.delete(file(round), false);
            }
        }
    }

    private Path file(long round) {
        return new Path(folder, String.format(Locale.ROOT, "round-%08d.safetensors", round));
    }

    /** The rounds after which there is a checkpoint, the last one first. */
    private List<Long> rounds() throws IOException {
        return Arrays.stream(files.listStatus(folder))
                .map(file -> ROUND.matcher(file.getPath().getName()))
                .filter(Matcher::matches)
                .map(name -> Long.valueOf(name.group(1)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
