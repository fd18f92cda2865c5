package dev.leibniz.spark;

import dev.leibniz.training.ModelRows;
import dev.leibniz.training.data.DataException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a partition, gathered one by one into an array for each input. */
final class ExampleBuffer {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final ModelRows shape;
    private final int[] inputs;
    private final String data;
    private final int partition;
    private final Object[] arrays;
    private final int[] elements;
    private int rows;
    private long cleared;

    /**
     * A buffer without rows.
     *
     * @param inputs the numbers of those inputs that rows have
     * @param data what the data are called in messages
     * @param first the number in the partition of the row that comes next
     */
    ExampleBuffer(ModelRows shape, int[] inputs, String data, int partition, long first) {
        this.shape = shape;
        this.inputs = inputs;
        this.data = data;
        this.partition = partition;
        this.cleared = first;
        this.arrays = new Object[inputs.length];
        this.elements = new int[inputs.length];
    }

    /** Which row it is, in a message. */
    static String place(long row, int partition, String data) {
        return "row " + row + " of partition " + partition + " of the " + data + " data";
    }

    int rows() {
        return rows;
    }

    /**
     * Adds a row.
     *
     * @param example the elements of each input
     */
    void add(Object[] example) {
        if (example.length != inputs.length) {
            throw wrong("has " + example.length + " arrays, must have " + inputs.length);
        }
        for (int i = 0; i < inputs.length; i++) {
            int length = length(i, example[i]);
            if (arrays[i] == null) {
                try {
                    shape.requireElements(shape.name(inputs[i]), length, data);
                } catch (RuntimeException e) {
                    throw wrong("is not as the model takes it: " + e.getMessage());
                }
                elements[i] = length;
                arrays[i] = shape.array(inputs[i], 0);
            } else if (length != elements[i]) {
                throw wrong("has " + length + " elements of " + shape.name(inputs[i]) + ", rows before it have "
                        + elements[i]);
            }
            reserve(i, (rows + 1L) * length);
            System.arraycopy(example[i], 0, arrays[i], rows * length, length);
        }
        rows++;
    }

    private int length(int i, @Nullable Object array) {
        Class<?> wanted = shape.array(inputs[i], 0).getClass();
        if (array == null || array.getClass() != wanted) {
            throw wrong("has " + (array == null ? "nothing" : array.getClass().getSimpleName()) + " for "
                    + shape.name(inputs[i]) + ", must have " + wanted.getSimpleName());
        }
        return Numbers.length(array);
    }

    private DataException wrong(String what) {
        return new DataException(place(cleared + rows, partition, data) + " " + what);
    }

    private void reserve(int i, long length) {
        int capacity = Numbers.length(arrays[i]);
        if (length <= capacity) {
            return;
        }
        if (length > MOST) {
            throw wrong("is too much: a partition has at most " + MOST + " elements of " + shape.name(inputs[i])
                    + ", so there must be more partitions");
        }
        int larger = (int) Math.min(MOST, Math.max(length, capacity + (capacity >> 1) + 64L));
        arrays[i] = Numbers.copy(arrays[i], larger);
    }

    /** All rows in their order. */
    Object[] all() {
        Object[] result = new Object[inputs.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = shape.array(inputs[i], rows * elements[i]);
            System.arraycopy(arrays[i], 0, result[i], 0, rows * elements[i]);
        }
        return result;
    }

    /** All rows in their order as a block; the buffer is empty after that. */
    Block take() {
        Block block = new Block(rows, all(), cleared, null);
        cleared += rows;
        rows = 0;
        return block;
    }

    /** Some rows as a block: those that stand in an order from one place to before another. */
    Block block(int[] order, int from, int to) {
        int[] origins = Arrays.copyOfRange(order, from, to);
        Object[] result = new Object[inputs.length];
        for (int i = 0; i < result.length; i++) {
            int length = elements[i];
            result[i] = shape.array(inputs[i], origins.length * length);
            for (int k = 0; k < origins.length; k++) {
                System.arraycopy(arrays[i], origins[k] * length, result[i], k * length, length);
            }
        }
        return new Block(origins.length, result, 0, origins);
    }
}
