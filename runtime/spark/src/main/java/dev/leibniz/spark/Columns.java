package dev.leibniz.spark;

import dev.leibniz.training.ModelRows;
import dev.leibniz.training.TrainingException;
import dev.leibniz.training.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/** Makes of a row of a table the arrays that a model takes: an input's elements are those of its columns, one after the other. */
final class Columns implements Function2<Integer, Iterator<Row>, Iterator<Object[]>> {
    private static final long serialVersionUID = 1;

    private final ModelRows shape;
    private final String data;
    private final int[] inputs;
    private final String[][] columns;
    private final int[][] positions;

    private Columns(ModelRows shape, String data, int[] inputs, String[][] columns, int[][] positions) {
        this.shape = shape;
        this.data = data;
        this.inputs = inputs;
        this.columns = columns;
        this.positions = positions;
    }

    /**
     * Finds the columns of some inputs.
     *
     * @param what what the data are called in messages
     * @param inputs the numbers of the inputs
     * @param chosen the columns of an input, if it is not the one of its name
     * @throws TrainingException if there is no such column, it has no numbers, or the columns of an input are not as many as the model takes
     */
    static Columns of(ModelRows shape, String what, int[] inputs, Map<String, List<String>> chosen, Dataset<Row> data) {
        List<String> found = Arrays.asList(data.columns());
        String[][] columns = new String[inputs.length][];
        int[][] positions = new int[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            String name = shape.name(inputs[i]);
            columns[i] = chosen.getOrDefault(name, List.of(name)).toArray(String[]::new);
            positions[i] = new int[columns[i].length];
            boolean hasArrays = false;
            for (int k = 0; k < columns[i].length; k++) {
                positions[i][k] = found.indexOf(columns[i][k]);
                if (positions[i][k] < 0) {
                    throw new TrainingException("the " + what + " data have no column " + columns[i][k] + " for " + name
                            + ", but " + found);
                }
                DataType type = data.schema().apply(positions[i][k]).dataType();
                hasArrays |= type instanceof ArrayType;
                if (!isNumber(type instanceof ArrayType array ? array.elementType() : type)) {
                    throw new TrainingException("column " + columns[i][k] + " for " + name + " is "
                            + type.simpleString() + ", must be numbers, booleans or arrays of them");
                }
            }
            if (!hasArrays) {
                shape.requireElements(name, columns[i].length, what);
            }
        }
        return new Columns(shape, what, inputs, columns, positions);
    }

    private static boolean isNumber(DataType type) {
        return type instanceof NumericType || type instanceof BooleanType;
    }

    /** These columns for a table that has no others. */
    Columns alone() {
        int[][] alone = new int[positions.length][];
        int next = 0;
        for (int i = 0; i < alone.length; i++) {
            alone[i] = new int[positions[i].length];
            for (int k = 0; k < alone[i].length; k++) {
                alone[i][k] = next++;
            }
        }
        return new Columns(shape, data, inputs, columns, alone);
    }

    /** The table that has no others. */
    Dataset<Row> select(Dataset<Row> data) {
        List<Column> selected = new ArrayList<>();
        for (int[] each : positions) {
            for (int position : each) {
                selected.add(data.col("`" + data.columns()[position].replace("`", "``") + "`"));
            }
        }
        return data.select(selected.toArray(Column[]::new));
    }

    int[] inputs() {
        return inputs;
    }

    @Override
    public Iterator<Object[]> call(Integer partition, Iterator<Row> rows) {
        return new Iterator<>() {
            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Object[] next() {
                return example(rows.next(), number++, partition);
            }
        };
    }

    /**
     * The arrays of a row.
     *
     * @param number which row of its partition it is
     * @throws DataException if it has no value, or one that the model's type cannot hold
     */
    Object[] example(Row row, long number, int partition) {
        try {
            return arrays(row);
        } catch (DataException e) {
            throw new DataException(ExampleBuffer.place(number, partition, data) + ": " + e.getMessage());
        }
    }

    private Object[] arrays(Row row) {
        Object[] example = new Object[inputs.length];
        for (int i = 0; i < example.length; i++) {
            int length = 0;
            for (int position : positions[i]) {
                length += row.get(position) instanceof scala.collection.Seq<?> seq ? seq.length() : 1;
            }
            example[i] = shape.array(inputs[i], length);
            int at = 0;
            for (int k = 0; k < positions[i].length; k++) {
                Object value = row.get(positions[i][k]);
                if (value instanceof scala.collection.Seq<?> seq) {
                    for (int j = 0; j < seq.length(); j++) {
                        put(example[i], at++, seq.apply(j), columns[i][k]);
                    }
                } else {
                    put(example[i], at++, value, columns[i][k]);
                }
            }
        }
        return example;
    }

    private static void put(Object array, int at, Object value, String column) {
        double number;
        if (value instanceof Number any) {
            number = any.doubleValue();
        } else if (value instanceof Boolean truth) {
            number = truth ? 1 : 0;
        } else {
            throw new DataException("column " + column + " has no value");
        }
        if (array instanceof float[] floats) {
            floats[at] = value instanceof Float single ? single : (float) number;
        } else if (array instanceof double[] doubles) {
            doubles[at] = number;
        } else {
            ((int[]) array)[at] = (int) number;
            if ((int) number != number) {
                throw new DataException("column " + column + ": expected a whole number from " + Integer.MIN_VALUE
                        + " to " + Integer.MAX_VALUE + ", found " + value);
            }
        }
    }
}
