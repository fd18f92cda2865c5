package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.training.data.Batches;
import dev.leibniz.training.data.Dataset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A data set as a model takes it: batches of its inputs in their order and types, and the free sizes of a batch. */
final class ModelData {
    private final String name;
    private final ModelRows shape;
    private final int[] elements;
    private final Batches batches;
    private final int rows;
    private final int fingerprint;

    private ModelData(String name, ModelRows shape, int[] elements, Batches batches, int rows, int fingerprint) {
        this.name = name;
        this.elements = elements;
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
        int[] elements = names.stream().mapToInt(data::elements).toArray();
        return new ModelData(what, shape, elements, batches, data.rows(), fingerprint);
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

    /** What they are called in messages. */
    String name() {
        return name;
    }

    /**
     * The loss and the metrics, each the mean over the rows.
     *
     * @throws TrainingException if the model refuses a row, such as one with a label out of its range
     */
    double[] evaluate(Model model) {
        double[] means = new double[1 + model.metrics().size()];
        int number = 0;
        for (Iterator<Batches.Batch> inOrder = batches.inOrder(); inOrder.hasNext(); ) {
            Batches.Batch batch = inOrder.next();
            number++;
            double[] results;
            try {
                results = model.evaluate(batch.arrays(), sizes(batch.rows()));
            } catch (NonFiniteException e) {
                throw new TrainingException(
                        place(number) + e.getMessage() + new FaultyBatch(model, this, batch).row(e));
            } catch (IllegalArgumentException e) {
                throw new TrainingException(place(number) + e.getMessage() + new FaultyBatch(model, this, batch).row());
            }
            for (int i = 0; i < means.length; i++) {
                means[i] += batch.rows() * results[i] / rows;
            }
        }
        return means;
    }

    private String place(int batch) {
        return "the " + name + " data, batch " + batch + " of " + batches.count() + ": ";
    }

    /** One row of a batch as a batch. */
    Object[] alone(Batches.Batch batch, int row) {
        Object[] alone = new Object[elements.length];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = shape.array(i, elements[i]);
            System.arraycopy(batch.arrays()[i], row * elements[i], alone[i], 0, elements[i]);
        }
        return alone;
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
