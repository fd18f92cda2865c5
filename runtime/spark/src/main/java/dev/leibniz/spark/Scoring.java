package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.ModelRows;
import dev.leibniz.training.TrainingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Predictions for the rows of a table.
 *
 * <pre>{@code
 * Dataset<Row> scored = Scoring.of(net.asModel()).columns("x", "age", "income").apply(clicks);  // with a column for each output
 * }</pre>
 */
public final class Scoring {
    /** What the data are called in messages. */
    static final String DATA = "scored";

    private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private final Model model;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private String prefix = "";
    private int batchSize = 1024;

    private Scoring(Model model) {
        this.model = model;
    }

    /** Scoring by a model as it is when {@link #apply} is called. */
    public static Scoring of(Model model) {
        if (model.outputs().isEmpty()) {
            throw new IllegalArgumentException(model.name() + " has no output");
        }
        return new Scoring(model);
    }

    /** The columns whose numbers, one after the other, are a row of an input; that of its name unless said. */
    public Scoring columns(String input, String... names) {
        columns.put(input, List.of(names));
        return this;
    }

    /** The value of a free size that is not the number of rows. */
    public Scoring size(String name, int value) {
        sizes.put(name, value);
        return this;
    }

    /** What names of new columns begin with, before the names of outputs. */
    public Scoring prefix(String text) {
        prefix = text;
        return this;
    }

    /** Rows that are passed at once; 1024 unless said. */
    public Scoring batchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows of a batch: expected at least 1, found " + rows);
        }
        batchSize = rows;
        return this;
    }

    /**
     * The same table with a column for each output: a number, or an array if an output has several elements a row. Labels need not be there.
     *
     * @throws TrainingException if a column is missing, or there already, or the columns of an input are not as many as the model takes
     */
    public Dataset<Row> apply(Dataset<Row> data) {
        ModelRows shape = ModelRows.of(model, sizes);
        int[] inputs =
                model.predictionInputs().stream().mapToInt(Integer::intValue).toArray();
        Columns found = Columns.of(shape, DATA, inputs, columns, data);
        StructType schema = data.schema();
        int[] elements = new int[model.outputs().size()];
        for (int i = 0; i < elements.length; i++) {
            String name = prefix + model.outputs().get(i).name();
            if (Arrays.asList(data.columns()).contains(name)) {
                throw new TrainingException("the data have a column " + name + " already: give a prefix");
            }
            int[] one = model.outputShape(i, shape.sizes(1));
            int[] two = model.outputShape(i, shape.sizes(2));
            long length = product(one);
            if (length > MOST_ELEMENTS / batchSize) {
                throw new TrainingException(
                        "output " + name + " has " + length + " elements a row, of which an array cannot hold "
                                + batchSize + " rows: make batchSize smaller");
            }
            elements[i] = (int) length;
            if (product(two) != 2 * length) {
                throw new TrainingException("output " + model.outputs().get(i).name() + " of " + model.name()
                        + " has no rows: its sizes are "
                        + model.outputs().get(i).shape());
            }
            DataType type = type(model.outputs().get(i).type());
            schema = schema.add(name, one.length == 1 ? type : DataTypes.createArrayType(type, false), false);
        }
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(data.sparkSession().sparkContext());
        boolean[] isScalar = new boolean[elements.length];
        for (int i = 0; i < elements.length; i++) {
            isScalar[i] = model.outputShape(i, shape.sizes(1)).length == 1;
        }
        return data.mapPartitions(
                new ScoringTask(spark.broadcast(new ModelPool(model)), shape, found, elements, isScalar, batchSize),
                Encoders.row(schema));
    }

    private DataType type(String type) {
        if (!type.equals("float")) {
            return DataTypes.IntegerType;
        }
        return model.isDouble() ? DataTypes.DoubleType : DataTypes.FloatType;
    }

    private static long product(int[] shape) {
        return Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    }
}
