package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.History;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.Progress;
import dev.leibniz.training.Schedule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Trains a network on the rows of a cluster: in each round every partition passes a batch of its own, and the driver updates the model by the mean gradient over
 * all of them.
 *
 * <pre>{@code
 * History history = SparkFit.of(Clicks.initialise(42).asModel(), clicks)
 *         .epochs(5)
 *         .batchSize(4096)
 *         .checkpoints("hdfs:///runs/clicks", 100)
 *         .run();
 * }</pre>
 *
 * <p>The loss and all metrics must be means over the rows of a batch: what partitions find for their batches is weighted by the number of rows. Of a loss that is a sum over rows, that is another
 * objective, in which rows of large batches count more.
 *
 * <p>The free size that an input begins with, the first one that does, is the number of rows of a batch; others are given by {@link #size}. Only {@link #deterministic}
 * rounds give the same bits each time.
 */
public final class SparkFit {
    /** What data are called in messages. */
    static final String TRAINING = "training";

    static final String VALIDATION = "validation";
    private static final String MEASURED = "measured";

    /** Where checkpoints are kept, and every how many rounds one is written. */
    record Checkpointing(String folder, long every, int kept) {}

    final Model model;
    final Map<String, Integer> sizes = new LinkedHashMap<>();
    final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Data training;
    private @Nullable Data validation;

    int epochs = 10;
    int batchSize = 1024;
    long seed;
    boolean inOrder;
    boolean isDeterministic;
    int localSteps;

    @Nullable
    Schedule rate;

    double largestNorm = Double.POSITIVE_INFINITY;
    double largestValue = Double.POSITIVE_INFINITY;

    @Nullable
    Checkpointing checkpointing;

    boolean resumes;
    Consumer<History> afterEpoch = history -> {};
    Consumer<RoundCosts> afterRun = costs -> {};
    Progress progress = Progress.toConsole();

    /** Where examples come from, once all options are known. */
    private interface Data {
        JavaRDD<Object[]> examples(SparkFit fit, ModelRows shape);
    }

    private SparkFit(Model model, Data training) {
        this.model = Objects.requireNonNull(model, "there is no model to train");
        this.training = training;
    }

    /** Training of a model on a table, of which an input takes the column of its name, or those that {@link #columns} says: numbers, booleans or arrays of them. */
    public static SparkFit of(Model model, Dataset<Row> table) {
        return new SparkFit(model, data(table, TRAINING));
    }

    /** Training of a model on examples, each of which holds an array for each input of the model: {@code float[]}, {@code double[]} if the model is one of doubles, {@code int[]}. */
    public static SparkFit of(Model model, JavaRDD<Object[]> examples) {
        return new SparkFit(model, data(examples, TRAINING));
    }

    private static Data data(Dataset<Row> table, String what) {
        Objects.requireNonNull(table, "there are no " + what + " data");
        return (fit, shape) -> fit.examples(shape, table, what);
    }

    private static Data data(JavaRDD<Object[]> examples, String what) {
        Objects.requireNonNull(examples, "there are no " + what + " data");
        return (fit, shape) -> examples;
    }

    /** A table to measure the model by after each epoch, as {@link #measure(Dataset)} does, for {@link History.Epoch#validation()}; its rows are kept in memory or on disk, too. */
    public SparkFit validation(Dataset<Row> table) {
        validation = data(table, VALIDATION);
        return this;
    }

    /** Examples to measure the model by after each epoch. */
    public SparkFit validation(JavaRDD<Object[]> examples) {
        validation = data(examples, VALIDATION);
        return this;
    }

    /** The columns of a table whose numbers, one after the other, are a row of an input. */
    public SparkFit columns(String input, String... names) {
        if (model.inputs().stream().noneMatch(each -> each.name().equals(input))) {
            throw new IllegalArgumentException(model.name() + " has no input " + input + ", but "
                    + model.inputs().stream().map(Model.Tensor::name).toList());
        }
        columns.put(input, List.of(names));
        return this;
    }

    /** How often each row is used; 10 unless said. */
    public SparkFit epochs(int count) {
        epochs = atLeastOne("epochs", count);
        return this;
    }

    /** Rows that each partition gives to a step; 1024 unless said. A step is by partitions × as many rows. */
    public SparkFit batchSize(int rows) {
        batchSize = atLeastOne("rows of a batch", rows);
        return this;
    }

    /** What the order of the rows of a partition follows from, that of its batches in each epoch, and random operations of the network; 0 unless said. */
    public SparkFit seed(long number) {
        seed = number;
        return this;
    }

    /** Takes the rows of each partition in their order in each epoch; mixed at the beginning, and batches in another order each epoch, unless said. */
    public SparkFit inOrder() {
        inOrder = true;
        return this;
    }

    /** The value of a free size that is not the number of rows. */
    public SparkFit size(String name, int value) {
        if (!model.sizes().contains(name)) {
            throw new IllegalArgumentException(model.name() + " has no free size " + name + ", but " + model.sizes());
        }
        sizes.put(name, atLeastOne(name, value));
        return this;
    }

    /**
     * Adds what the partitions give in their order, on the driver. The same rows in the same partitions then give the same bits each time, and, for networks without states, those of {@code Fit}
     * on the same batches in the same order, as many {@link dev.leibniz.training.Fit#accumulate accumulated} as there are partitions; a network that draws random numbers (dropout, {@code normal})
     * needs {@code model.setDraws(seed, 0)} before {@code Fit}, whose own seed is that of the order alone. The driver receives a gradient of each partition instead of sums of some.
     */
    public SparkFit deterministic() {
        isDeterministic = true;
        return this;
    }

    /**
     * Has each partition take so many steps by itself, with the network's own update rule, before parameters, states and what the rule remembers become the mean of all partitions (S. U. Stich,
     * "Local SGD converges fast and communicates little", 2019): fewer rounds, on networks a little older.
     */
    public SparkFit localSteps(int steps) {
        localSteps = atLeastOne("steps of a partition", steps);
        return this;
    }

    /** Sets the network's {@code hyper rate} before each step. */
    public SparkFit rate(Schedule schedule) {
        rate = schedule;
        return this;
    }

    /** Scales gradients whose Euclidean norm over all parameters is greater than this down to it. */
    public SparkFit clipNorm(double largest) {
        largestNorm = positive("norm", largest);
        return this;
    }

    /** Brings each element of the gradient between −{@code largest} and {@code largest}. */
    public SparkFit clipValue(double largest) {
        largestValue = positive("value", largest);
        return this;
    }

    /**
     * Keeps the last three checkpoints in a folder of any file system that Hadoop knows, one each {@code every} rounds and one at the end. A folder with the checkpoints of
     * another run is refused, unless training is to {@link #resume}.
     */
    public SparkFit checkpoints(String folder, long every) {
        if (every < 1) {
            throw new IllegalArgumentException("a checkpoint every " + every + " rounds");
        }
        checkpointing = new Checkpointing(folder, every, 3);
        return this;
    }

    /** Goes on where the last checkpoint of that folder stands, if there is one; deterministic training to the same bits as without interruption. A folder of other data or options is refused; the number of epochs and the schedule of the rate may be others. */
    public SparkFit resume() {
        resumes = true;
        return this;
    }

    /** Called after each epoch with all that was measured so far. */
    public SparkFit afterEpoch(Consumer<History> listener) {
        afterEpoch = afterEpoch.andThen(listener);
        return this;
    }

    /** Called at the end with what rounds have cost. */
    public SparkFit afterRun(Consumer<RoundCosts> listener) {
        afterRun = afterRun.andThen(listener);
        return this;
    }

    /** Where progress is shown; on the console unless said. */
    public SparkFit progress(Progress where) {
        progress = where;
        return this;
    }

    /**
     * Trains.
     *
     * @throws IOException if a checkpoint cannot be written or read; whether files can be written in its folder is tried before all else
     * @throws dev.leibniz.training.TrainingException if the data do not fit the network, a row cannot be used, or a gradient is not finite
     */
    public History run() throws IOException {
        ModelRows shape = ModelRows.of(model, sizes);
        @Nullable JavaRDD<Object[]> validated = validation == null ? null : validation.examples(this, shape);
        return new SparkLoop(this, shape, training.examples(this, shape), validated).run();
    }

    private JavaRDD<Object[]> examples(ModelRows shape, Dataset<Row> table, String what) {
        Columns found =
                Columns.of(shape, what, IntStream.range(0, shape.inputs()).toArray(), columns, table);
        return found.select(table).javaRDD().mapPartitionsWithIndex(found.alone(), true);
    }

    /** The loss and the metrics of the model on other rows, each the mean over them; added in the order of the partitions. */
    public double[] measure(Dataset<Row> data) {
        return measure(data(data, MEASURED));
    }

    /** The same on examples. */
    public double[] measure(JavaRDD<Object[]> data) {
        return measure(data(data, MEASURED));
    }

    private double[] measure(Data data) {
        ModelRows shape = ModelRows.of(model, sizes);
        BlockCutter cutter = new BlockCutter(shape, MEASURED, batchSize, true, 0);
        return Measurement.of(model, shape, MEASURED, data.examples(this, shape).mapPartitionsWithIndex(cutter, true));
    }

    /** What must be the same for training to go on from a checkpoint, beside the data. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("network", model.name() + " with hash " + model.hash());
        settings.put("batchSize", String.valueOf(batchSize));
        settings.put("sizes", sizes.toString());
        settings.put("seed", String.valueOf(seed));
        settings.put("inOrder", String.valueOf(inOrder));
        settings.put("deterministic", String.valueOf(isDeterministic));
        settings.put("localSteps", String.valueOf(localSteps));
        settings.put("clipValue", String.valueOf(largestValue));
        settings.put("clipNorm", String.valueOf(largestNorm));
        return settings;
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
