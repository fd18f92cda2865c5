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
    private final ModelRows shape;
    private final Batches batches;
    private final int rows;
    private final int fingerprint;

    private ModelData(ModelRows shape, Batches batches, int rows, int fingerprint) {
        this.fingerprint = fingerprint;
        this.shape = shape;
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
        ModelRows shape = ModelRows.of(model, given);
        if (data.rows() == 0) {
            throw new TrainingException("the " + what + " data have no rows");
        }
        Dataset typed = Dataset.of(data.rows());
        for (Model.Tensor input : model.inputs()) {
            if (!data.names().contains(input.name())) {
                throw new TrainingException("the " + what + " data have no " + input.name() + ", which " + model.name()
                        + " takes, but " + data.names());
            }
            shape.requireElements(input.name(), data.elements(input.name()), what);
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
        return new ModelData(shape, batches, data.rows(), fingerprint);
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
        return shape.sizes(rowsOfBatch);
    }
}
