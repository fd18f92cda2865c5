package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.training.data.Batches;
import dev.leibniz.training.data.Dataset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A data set as a model takes it: batches of its inputs in their order and types, and the free sizes of a batch. */
final class ModelData {
    private final int[] sizes;
    private final int rowSize;
    private final Batches batches;
    private final int rows;
    private final int fingerprint;

    private ModelData(int[] sizes, int rowSize, Batches batches, int rows, int fingerprint) {
        this.fingerprint = fingerprint;
        this.sizes = sizes;
        this.rowSize = rowSize;
        this.batches = batches;
        this.rows = rows;
    }

    /**
     * Checks that the data fit.
     *
     * @param what what they are called in messages
     * @throws TrainingException if an input has no data, or data of another length
     */
    static ModelData of(Model model, Dataset data, String what, int batchSize, Map<String, Integer> given, long seed) {
        String rowSize = rowSize(model);
        int[] sizes = new int[model.sizes().size()];
        for (int i = 0; i < sizes.length; i++) {
            String name = model.sizes().get(i);
            Integer value = given.get(name);
            if (value == null && !name.equals(rowSize)) {
                throw new TrainingException(model.name() + " has a size " + name
                        + " beside the number of rows: give it by size(\"" + name + "\", …)");
            }
            sizes[i] = value == null ? 0 : value;
        }
        if (data.rows() == 0) {
            throw new TrainingException("the " + what + " data have no rows");
        }
        Dataset typed = Dataset.of(data.rows());
        for (Model.Tensor input : model.inputs()) {
            if (!data.names().contains(input.name())) {
                throw new TrainingException("the " + what + " data have no " + input.name() + ", which " + model.name()
                        + " takes, but " + data.names());
            }
            checkLength(model, input, data, what, given);
            if (!input.type().equals("float")) {
                typed = typed.with(input.name(), data.ints(input.name()));
            } else if (model.isDouble()) {
                typed = typed.with(input.name(), data.doubles(input.name()));
            } else {
                typed = typed.with(input.name(), data.floats(input.name()));
            }
        }
        List<String> names = model.inputs().stream().map(Model.Tensor::name).toList();
        Batches batches = Batches.of(typed, names, batchSize, seed);
        int fingerprint = 0;
        for (String name : names) {
            fingerprint = 31 * fingerprint + hash(typed.array(name));
        }
        return new ModelData(sizes, model.sizes().indexOf(rowSize), batches, data.rows(), fingerprint);
    }

    /** The free size that is the number of rows: the first dimension of the first input. */
    private static String rowSize(Model model) {
        for (Model.Tensor input : model.inputs()) {
            if (!input.shape().isEmpty() && model.sizes().contains(input.shape().get(0))) {
                return input.shape().get(0);
            }
        }
        throw new TrainingException(model.name() + " takes no batches: no input begins with a free size");
    }

    private static void checkLength(
            Model model, Model.Tensor input, Dataset data, String what, Map<String, Integer> given) {
        List<String> shape = input.shape();
        if (shape.isEmpty() || !shape.get(0).equals(rowSize(model))) {
            throw new TrainingException(
                    "input " + input.name() + " of " + model.name() + " has no rows: its sizes are " + shape);
        }
        long elements = 1;
        for (String size : shape.subList(1, shape.size())) {
            Integer value = size.chars().allMatch(Character::isDigit) ? Integer.valueOf(size) : given.get(size);
            if (value == null) {
                return;
            }
            elements *= value;
        }
        if (elements != data.elements(input.name())) {
            throw new TrainingException("a row of " + input.name() + " in the " + what + " data has "
                    + data.elements(input.name()) + " elements, " + model.name() + " takes " + elements + ": " + shape);
        }
    }

    private static int hash(Object array) {
        if (array instanceof float[] floats) {
            return Arrays.hashCode(floats);
        }
        return array instanceof double[] doubles ? Arrays.hashCode(doubles) : Arrays.hashCode((int[]) array);
    }

    /** The number of rows and a hash of all elements, by which other data are told. */
    String identity() {
        return rows + " rows with hash " + Integer.toHexString(fingerprint);
    }

    /** The loss and the metrics, each the mean over the rows. */
    double[] evaluate(Model model) {
        double[] means = new double[1 + model.metrics().size()];
        for (Iterator<Batches.Batch> inOrder = batches.inOrder(); inOrder.hasNext(); ) {
            Batches.Batch batch = inOrder.next();
            double[] results = model.evaluate(batch.arrays(), sizes(batch.rows()));
            for (int i = 0; i < means.length; i++) {
                means[i] += batch.rows() * results[i] / rows;
            }
        }
        return means;
    }

    Batches batches() {
        return batches;
    }

    int rows() {
        return rows;
    }

    /** The free sizes of the largest batch. */
    int[] capacity() {
        return sizes(batches.size());
    }

    /** The free sizes of a batch; the same array each time. */
    int[] sizes(int rowsOfBatch) {
        sizes[rowSize] = rowsOfBatch;
        return sizes;
    }
}
