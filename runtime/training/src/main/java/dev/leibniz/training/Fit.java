package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network on a data set.
 *
 * <pre>{@code
 * History history = Fit.of(Digits.initialise(42).asModel(), training)
 *         .validation(validation)
 *         .epochs(20)
 *         .batchSize(64)
 *         .stopEarly(3)
 *         .checkpoints(Path.of("run"))
 *         .run();
 * }</pre>
 *
 * <p>The free size that an input begins with, the first one that does, is the number of rows of a batch; others are given by {@link #size}. The same seed, data and options
 * give the same bits.
 */
public final class Fit {
    /** Where checkpoints are kept, and every how many steps one is written. */
    record Checkpointing(Path folder, long every, int kept) {}

    final Model model;
    final Dataset training;
    final Map<String, Integer> sizes = new LinkedHashMap<>();

    @Nullable
    Dataset validation;

    int epochs = 10;
    int batchSize = 32;
    long seed;
    boolean inOrder;

    @Nullable
    Schedule rate;

    double largestNorm = Double.POSITIVE_INFINITY;
    double largestValue = Double.POSITIVE_INFINITY;
    int batchesPerStep = 1;
    double averageDecay;

    @Nullable
    Plateau plateau;

    @Nullable
    EarlyStopping stopping;

    @Nullable
    Checkpointing checkpointing;

    boolean resumes;
    boolean debugsNans;

    Consumer<History> afterEpoch = history -> {};
    final List<Watcher> watchers = new ArrayList<>();
    Progress progress = Progress.toConsole();

    private Fit(Model model, Dataset training) {
        this.model = model;
        this.training = training;
    }

    /** Training of a model on data under the names of its inputs. */
    public static Fit of(Model model, Dataset training) {
        return new Fit(model, training);
    }

    /** Data to measure the model by after each epoch. */
    public Fit validation(Dataset data) {
        validation = data;
        return this;
    }

    /** How often each row is used; 10 unless said. */
    public Fit epochs(int count) {
        epochs = atLeastOne("epochs", count);
        return this;
    }

    /** Rows of a batch; 32 unless said. */
    public Fit batchSize(int rows) {
        batchSize = atLeastOne("rows of a batch", rows);
        return this;
    }

    /** What the order of the rows follows from; 0 unless said. */
    public Fit seed(long number) {
        seed = number;
        return this;
    }

    /** Takes the rows in the order of the data in each epoch; in another random one each unless said. */
    public Fit inOrder() {
        inOrder = true;
        return this;
    }

    /** The value of a free size that is not the number of rows. */
    public Fit size(String name, int value) {
        if (!model.sizes().contains(name)) {
            throw new IllegalArgumentException(model.name() + " has no free size " + name + ", but " + model.sizes());
        }
        sizes.put(name, atLeastOne(name, value));
        return this;
    }

    /** Sets the network's {@code hyper rate} before each step. */
    public Fit rate(Schedule schedule) {
        rate = schedule;
        return this;
    }

    /** Multiplies the rate that the schedule gives by a factor whenever the validation loss (the training loss if there are no validation data) has not become smaller for more than so many epochs. */
    public Fit reduceOnPlateau(int patience, double factor) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("the factor of a rate: expected between 0 and 1, found " + factor);
        }
        plateau = new Plateau(atLeastOne("epochs of patience", patience), factor);
        return this;
    }

    /**
     * Validates, and leaves in the model, a moving average of the parameters instead of the last ones: after each step, {@code decay} times the average
     * before and 1 − {@code decay} times the parameters (B. T. Polyak, A. B. Juditsky, 1992, with exponential weights).
     */
    public Fit averageParameters(double decay) {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("the decay of an average: expected between 0 and 1, found " + decay);
        }
        averageDecay = decay;
        return this;
    }

    /** Scales gradients whose Euclidean norm over all parameters is greater than this down to it. */
    public Fit clipNorm(double largest) {
        largestNorm = positive("norm", largest);
        return this;
    }

    /** Brings each element of the gradient between −{@code largest} and {@code largest}. One that is infinite still stops training. */
    public Fit clipValue(double largest) {
        largestValue = positive("value", largest);
        return this;
    }

    /**
     * Takes the mean over the rows of so many batches for each step, as if they were one: each batch counts by its rows. Loss and metrics must be means over rows for that; of a loss that
     * is a sum over rows, a mean of sums would be made, by which rows of small batches count less.
     */
    public Fit accumulate(int batches) {
        batchesPerStep = atLeastOne("batches of a step", batches);
        return this;
    }

    /** Ends when the validation loss has not become smaller for so many epochs, and restores the parameters of the best. */
    public Fit stopEarly(int patience) {
        stopping = new EarlyStopping(atLeastOne("epochs of patience", patience), null, false);
        return this;
    }

    /** The same by one of the network's metrics, of which the largest or the smallest is the best. */
    public Fit stopEarly(int patience, String metric, boolean largest) {
        if (!model.metrics().contains(metric)) {
            throw new IllegalArgumentException(model.name() + " has no metric " + metric + ", but " + model.metrics());
        }
        stopping = new EarlyStopping(atLeastOne("epochs of patience", patience), metric, largest);
        return this;
    }

    /**
     * Keeps the last three checkpoints and the best one in a folder, one after each epoch. A folder with the checkpoints of another run is refused, unless
     * training is to {@link #resume}.
     */
    public Fit checkpoints(Path folder) {
        return checkpoints(folder, Long.MAX_VALUE, 3);
    }

    /** Whether a folder has checkpoints that training can {@link #resume} from. */
    public static boolean hasCheckpoints(Path folder) {
        return Checkpoints.exist(folder);
    }

    /** Keeps so many checkpoints and the best one in a folder, one after each epoch and each {@code every} steps. */
    public Fit checkpoints(Path folder, long every, int kept) {
        if (every < 1) {
            throw new IllegalArgumentException("a checkpoint every " + every + " steps");
        }
        checkpointing = new Checkpointing(folder, every, atLeastOne("checkpoints kept", kept));
        return this;
    }

    /**
     * Goes on where the last checkpoint of that folder stands, if there is one, to the same bits as without interruption, on the same JVM with the same kernels. A
     * folder of other data or options is refused. More epochs than before may be asked for; schedules that depend on their number then give other
     * rates than in one run, and a schedule is not compared.
     */
    public Fit resume() {
        resumes = true;
        return this;
    }

    /**
     * Looks at all that each step computes, gradients and updated parameters included, and stops at the first number that is NaN or infinite; some times slower, the same
     * bits. Without it the batch whose loss or gradient is not finite is looked through when that has happened, which is often enough to see why. When training has ended, the model
     * looks at nothing any more, as {@link Model#setDebugNans} has it; who has asked the model itself to look, and not this, finds it looking on.
     */
    public Fit debugNans() {
        debugsNans = true;
        return this;
    }

    /** Called after each epoch with all that was measured so far. */
    public Fit afterEpoch(Consumer<History> listener) {
        afterEpoch = afterEpoch.andThen(listener);
        return this;
    }

    /** Lets someone look on, such as a page of the run; closes it at the end. */
    public Fit watch(Watcher watcher) {
        watchers.add(watcher);
        return this;
    }

    /** Where progress is shown; on the console unless said. */
    public Fit progress(Progress where) {
        progress = where;
        return this;
    }

    /**
     * Trains.
     *
     * @throws IOException if a checkpoint cannot be written or read
     * @throws TrainingException if the data do not fit the network, or a loss or gradient is not finite, with the parameters as they were before that batch; its
     *     message names the tensor and the line of the network where that came up, and the row of the data if it is one that gives it
     */
    public History run() throws IOException {
        try (Watchers all = new Watchers(watchers, progress);
                FitLoop loop = new FitLoop(this, all)) {
            return loop.run();
        }
    }

    /**
     * The loss and the metrics of the model on other data, each the mean over their rows.
     *
     * @throws TrainingException if the data do not fit the network
     */
    public double[] measure(Dataset data) {
        ModelData fitting = ModelData.of(model, data, "other", batchSize, sizes, seed);
        try {
            return fitting.evaluate(model);
        } finally {
            fitting.batches().close();
        }
    }

    private static int atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(what + ": expected at least 1, found " + count);
        }
        return count;
    }

    private static double positive(String what, double largest) {
        if (!(largest > 0)) {
            throw new IllegalArgumentException(
                    "the largest " + what + " of a gradient: expected more than 0, found " + largest);
        }
        return largest;
    }
}
