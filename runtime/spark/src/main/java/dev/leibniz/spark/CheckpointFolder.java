package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.io.CheckpointException;
import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import dev.leibniz.training.History;
import dev.leibniz.training.TrainingException;
import java.io.IOException;
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
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
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

    private final FileSystem files;
    private final Path folder;
    private final SparkFit.Checkpointing options;
    private final boolean resumes;
    private final int metrics;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private CheckpointFolder(SparkFit fit, SparkFit.Checkpointing options, Plan plan, Configuration hadoop)
            throws IOException {
        this.options = options;
        this.folder = new Path(options.folder());
        this.files = folder.getFileSystem(hadoop);
        this.resumes = fit.resumes;
        this.metrics = fit.model.metrics().size();
        settings.put("network", fit.model.name() + " with hash " + fit.model.hash());
        settings.put("data", plan.identity());
        settings.put("options", String.join(", ", fit.settings()));
    }

    /** The folder that training asks for, if it does. */
    static @Nullable CheckpointFolder of(SparkFit fit, Plan plan, Configuration hadoop) throws IOException {
        return fit.checkpointing == null ? null : new CheckpointFolder(fit, fit.checkpointing, plan, hadoop);
    }

    boolean isDue(long rounds) {
        return rounds % options.every() == 0;
    }

    /** Where to begin: where the last checkpoint stands if training is to go on from there, which the trainer then does too. */
    Standing begin(Model.Training trainer, Standing fresh) throws IOException {
        files.mkdirs(folder);
        for (FileStatus file : files.listStatus(folder)) {
            if (HALF_WRITTEN.matcher(file.getPath().getName()).matches()) {
                files.delete(file.getPath(), false);
            }
        }
        List<Long> rounds = rounds();
        if (!rounds.isEmpty() && !resumes) {
            throw new TrainingException(
                    folder + " has the checkpoints of another run: go on from them by resume(), or delete them");
        }
        @Nullable IOException damage = null;
        for (long round : rounds) {
            try {
                return TrainerState.inFolder(local -> read(file(round), local.resolve("checkpoint"), trainer));
            } catch (CheckpointException e) {
                // The one before it stands somewhat earlier.
                damage = e;
            }
        }
        if (damage != null) {
            throw damage;
        }
        return fresh;
    }

    private Standing read(Path from, java.nio.file.Path local, Model.Training trainer) throws IOException {
        files.copyToLocalFile(false, from, new Path(local.toUri()), true);
        Safetensors.Contents contents = Safetensors.read(local);
        settings.forEach((key, now) -> {
            String before = contents.metadata().get(SETTING + key);
            if (!now.equals(before)) {
                throw new TrainingException(
                        "cannot go on from " + from + ": " + key + " was " + before + ", now it is " + now);
            }
        });
        Standing standing = new Standing(metrics);
        double[] numbers = tensor(contents, "fit/standing").toDoubles();
        double[] sums = tensor(contents, "fit/sums").toDoubles();
        double[] epochs = tensor(contents, "fit/epochs").toDoubles();
        int width = metrics + 2;
        if (numbers.length != 5 || sums.length != metrics + 1 || epochs.length % width != 0) {
            throw new CheckpointException(from + " does not say where training stands");
        }
        standing.step = (int) numbers[0];
        standing.rounds = (long) numbers[1];
        standing.passes = (long) numbers[2];
        standing.rows = (long) numbers[3];
        standing.rate = numbers[4];
        System.arraycopy(sums, 0, standing.sums, 0, sums.length);
        double[] none = new double[metrics + 1];
        Arrays.fill(none, Double.NaN);
        for (int at = 0; at < epochs.length; at += width) {
            standing.epochs.add(new History.Epoch(
                    Arrays.copyOfRange(epochs, at, at + metrics + 1), none, epochs[at + metrics + 1]));
        }
        trainer.load(local);
        return standing;
    }

    private static StoredTensor tensor(Safetensors.Contents contents, String name) throws CheckpointException {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            throw new CheckpointException("a checkpoint has no " + name);
        }
        return tensor;
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
            tensors.addAll(tensors(standing));
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

    private List<StoredTensor> tensors(Standing standing) {
        double[] epochs = new double[standing.epochs.size() * (metrics + 2)];
        int at = 0;
        for (History.Epoch epoch : standing.epochs) {
            for (double value : epoch.training()) {
                epochs[at++] = value;
            }
            epochs[at++] = epoch.rate();
        }
        return List.of(
                doubles("fit/standing", standing.step, standing.rounds, standing.passes, standing.rows, standing.rate),
                doubles("fit/sums", standing.sums),
                doubles("fit/epochs", epochs));
    }

    private static StoredTensor doubles(String name, double... values) {
        return StoredTensor.of(name, new long[] {values.length}, values, 0);
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
