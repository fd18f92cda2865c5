package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.training.data.Batches;

/** A batch that a network cannot be trained with, looked at again: what is the first number that is not finite, and which row of the data it comes from. */
final class FaultyBatch {
    private final Model model;
    private final ModelData data;
    private final Batches.Batch batch;
    private final Object gradient;

    FaultyBatch(Model model, ModelData data, Batches.Batch batch) {
        this.model = model;
        this.data = data;
        this.batch = batch;
        this.gradient = FitState.like(model.parameters());
    }

    /**
     * Behind a colon, where on the way to loss and gradient the first number that is not finite comes up; empty if it does not come up again, as where a network draws
     * other random numbers. Only for models that do not look at what they compute.
     */
    String cause() {
        model.setDebugNans(true);
        try {
            model.lossAndGradient(batch.arrays(), data.sizes(batch.rows()), gradient);
            return "";
        } catch (NonFiniteException e) {
            return ": " + e.getMessage() + row(e);
        } finally {
            model.setDebugNans(false);
        }
    }

    /** The same of a batch with that gradient; at least the parameter whose gradient is not finite. */
    String cause(Object found) {
        String cause = cause();
        for (Parameter parameter : model.parameterList()) {
            int end = parameter.offset() + parameter.length();
            for (int i = parameter.offset(); i < end && cause.isEmpty(); i++) {
                double value = found instanceof float[] floats ? floats[i] : ((double[]) found)[i];
                cause = Double.isFinite(value) ? "" : ": the gradient of " + parameter.path() + " is " + value;
            }
        }
        return cause;
    }

    /** The row of a number that was found; empty if that is none of a row's. */
    String row(NonFiniteException found) {
        boolean isOfNoRow =
                found.tensor().startsWith("parameter ") || found.tensor().startsWith("state ");
        return isOfNoRow ? "" : row();
    }

    /** The first row that is refused alone too, as {@code , row 7 of the training data (from 0)}; empty if none is, or each. */
    String row() {
        int first = -1;
        boolean oneIsTaken = batch.rows() == 1;
        for (int row = 0; row < batch.rows() && !(first >= 0 && oneIsTaken); row++) {
            if (isTaken(row)) {
                oneIsTaken = true;
            } else if (first < 0) {
                first = row;
            }
        }
        return first >= 0 && oneIsTaken
                ? ", row " + batch.origins().applyAsInt(first) + " of the " + data.name() + " data (from 0)"
                : "";
    }

    private boolean isTaken(int row) {
        Gradients.clear(gradient);
        try {
            model.lossAndGradient(data.alone(batch, row), data.sizes(1), gradient);
            return true;
        } catch (NonFiniteException | IllegalArgumentException e) {
            return false;
        }
    }
}
