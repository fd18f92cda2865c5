package dev.leibniz.training.data;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Examples: under each name an array that holds the elements of one example after the other, {@code float[]}, {@code double[]} or
 * {@code int[]}. Names are those of a network's inputs. Arrays are not copied and must not change while it is used.
 */
public final class Dataset {
    private final int rows;
    private final Map<String, Object> arrays;

    private Dataset(int rows, Map<String, Object> arrays) {
        this.rows = rows;
        this.arrays = arrays;
    }

    /**
     * So many examples, of nothing yet.
     *
     * @throws DataException if {@code rows} is negative
     */
    public static Dataset of(int rows) {
        if (rows < 0) {
            throw new DataException("a data set of " + rows + " rows");
        }
        return new Dataset(rows, Map.of());
    }

    /** The same examples with the elements of one more tensor, or with others in place of those of that name. */
    public Dataset with(String name, float... elements) {
        return with(name, elements, elements.length);
    }

    /** The same examples with the elements of one more tensor, or with others in place of those of that name. */
    public Dataset with(String name, double... elements) {
        return with(name, elements, elements.length);
    }

    /** The same examples with the elements of one more tensor, or with others in place of those of that name. */
    public Dataset with(String name, int... elements) {
        return with(name, elements, elements.length);
    }

    private Dataset with(String name, Object array, int length) {
        if (rows == 0 ? length > 0 : length % rows != 0) {
            throw new DataException(name + " has " + length + " elements, which is no multiple of the " + rows
                    + " rows of the data set");
        }
        Map<String, Object> more = new LinkedHashMap<>(arrays);
        more.put(name, array);
        return new Dataset(rows, more);
    }

    /**
     * The tensors of a safetensors file, whose first sizes must be the same.
     *
     * @throws DataException if they are not, or a tensor has no size at all, or rows without elements
     */
    public static Dataset read(Path safetensors) throws IOException {
        Dataset data = null;
        StoredTensor first = null;
        for (StoredTensor tensor : Safetensors.read(safetensors).tensors().values()) {
            if (tensor.shape().length == 0) {
                throw new DataException(safetensors + ": " + tensor.name() + " is a scalar, it has no rows");
            }
            if (tensor.length() == 0 && tensor.shape()[0] > 0) {
                throw new DataException(
                        safetensors + ": " + tensor.name() + " has " + tensor.shape()[0] + " rows without elements");
            }
            if (data == null || first == null) {
                first = tensor;
                data = of(Math.toIntExact(tensor.shape()[0]));
            } else if (tensor.shape()[0] != data.rows()) {
                throw new DataException(safetensors + ": " + tensor.name() + " has " + tensor.shape()[0] + " rows, "
                        + first.name() + " has " + data.rows());
            }
            data = data.with(tensor);
        }
        return data == null ? of(0) : data;
    }

    private Dataset with(StoredTensor tensor) throws IOException {
        if (tensor.type() == StoredTensor.Type.F64) {
            return with(tensor.name(), tensor.toDoubles());
        }
        return tensor.isFloat() ? with(tensor.name(), tensor.toFloats()) : with(tensor.name(), tensor.toInts());
    }

    /** Writes a safetensors file: each tensor as rows × elements of a row. */
    public void write(Path safetensors) throws IOException {
        List<StoredTensor> tensors = new ArrayList<>();
        for (String name : names()) {
            Object array = arrays.get(name);
            long[] shape = {rows, elements(name)};
            if (array instanceof float[] floats) {
                tensors.add(StoredTensor.of(name, shape, floats, 0));
            } else if (array instanceof double[] doubles) {
                tensors.add(StoredTensor.of(name, shape, doubles, 0));
            } else {
                tensors.add(StoredTensor.of(name, shape, (int[]) array(name), 0));
            }
        }
        Safetensors.write(safetensors, Map.of(), tensors);
    }

    /** How many examples there are. */
    public int rows() {
        return rows;
    }

    /** The names of the tensors, in the order in which they were added. */
    public List<String> names() {
        return List.copyOf(arrays.keySet());
    }

    /** How many elements an example has of a tensor. */
    public int elements(String name) {
        return rows == 0 ? 0 : length(array(name)) / rows;
    }

    /** The elements of all examples, not a copy. */
    public Object array(String name) {
        Object array = arrays.get(name);
        if (array == null) {
            throw new DataException("the data set has no " + name + ", but " + names());
        }
        return array;
    }

    /** The elements as floats: the array itself if they are, else rounded. */
    public float[] floats(String name) {
        Object array = array(name);
        if (array instanceof float[] floats) {
            return floats;
        }
        float[] floats = new float[length(array)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = array instanceof double[] doubles ? (float) doubles[i] : ((int[]) array)[i];
        }
        return floats;
    }

    /** The elements as doubles: the array itself if they are. */
    public double[] doubles(String name) {
        Object array = array(name);
        if (array instanceof double[] doubles) {
            return doubles;
        }
        double[] doubles = new double[length(array)];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = array instanceof float[] floats ? floats[i] : ((int[]) array)[i];
        }
        return doubles;
    }

    /**
     * The elements as ints: the array itself if they are.
     *
     * @throws DataException if one is no whole number that an int holds
     */
    public int[] ints(String name) {
        Object array = array(name);
        if (array instanceof int[] ints) {
            return ints;
        }
        double[] doubles = doubles(name);
        int[] ints = new int[doubles.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) doubles[i];
            if (ints[i] != doubles[i]) {
                throw new DataException(
                        "row " + i / elements(name) + " of " + name + ": expected a whole number, found " + doubles[i]);
            }
        }
        return ints;
    }

    /**
     * For each class of a label, rows / (classes that are found × rows of the class): weights with which all classes count alike, and their mean over the rows is 1. A class
     * without rows has weight 0.
     *
     * @param classes how many there are; labels are 0, 1, … below that
     */
    public double[] balancedWeights(String label, int classes) {
        long[] counts = new long[classes];
        for (int each : ints(label)) {
            counts[requireClass(each, label, classes)]++;
        }
        long found = Arrays.stream(counts).filter(count -> count > 0).count();
        return Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? 0 : (double) rows / (found * count))
                .toArray();
    }

    /**
     * The same examples with one more tensor, of one number an example: the weight of its class. The network takes it as an input and multiplies its losses by it.
     *
     * @param weights one a class, such as those of {@link #balancedWeights} of the training data
     */
    public Dataset withClassWeights(String name, String label, double... weights) {
        int[] labels = ints(label);
        double[] elements = new double[labels.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = weights[requireClass(labels[i], label, weights.length)];
        }
        return with(name, elements);
    }

    private static int requireClass(int found, String label, int classes) {
        if (found < 0 || found >= classes) {
            throw new DataException(label + ": expected a class from 0 to " + (classes - 1) + ", found " + found);
        }
        return found;
    }

    /** Some of the examples, in that order; one may come several times. */
    public Dataset select(int... chosen) {
        for (int row : chosen) {
            if (row < 0 || row >= rows) {
                throw new DataException("row " + row + " of a data set with " + rows + " rows");
            }
        }
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names()) {
            Object array = array(name);
            int elements = elements(name);
            Object target = like(array, length(chosen.length, elements));
            gather(array, elements, chosen, 0, chosen.length, target);
            some.put(name, target);
        }
        return new Dataset(chosen.length, some);
    }

    /** The examples from one row to before another. */
    public Dataset range(int from, int to) {
        int[] chosen = new int[Math.max(0, to - from)];
        Arrays.setAll(chosen, i -> from + i);
        return select(chosen);
    }

    /**
     * Parts of the data set, each with that share of the examples, drawn by chance; the same for the same seed. What shares of less than 1
     * leave is left out.
     *
     * @throws DataException if a share is negative or all of them are more than 1
     */
    public List<Dataset> split(long seed, double... shares) {
        return RandomOrder.split(rows, seed, shares).stream().map(this::select).toList();
    }

    /** Copies rows to the beginning of an array of the same type. */
    static void gather(Object source, int elements, int[] order, int from, int count, Object target) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(source, order[from + i] * elements, target, i * elements, elements);
        }
    }

    static Object like(Object array, int length) {
        if (array instanceof float[]) {
            return new float[length];
        }
        return array instanceof double[] ? new double[length] : new int[length];
    }

    /** The elements of so many rows. */
    static int length(int rows, int elements) {
        long length = (long) rows * elements;
        if (length > Integer.MAX_VALUE - 8) {
            throw new DataException(rows + " rows of " + elements + " elements are more than the " + Integer.MAX_VALUE
                    + " of an array");
        }
        return (int) length;
    }

    static int length(Object array) {
        if (array instanceof float[] floats) {
            return floats.length;
        }
        return array instanceof double[] doubles ? doubles.length : ((int[]) array).length;
    }
}
