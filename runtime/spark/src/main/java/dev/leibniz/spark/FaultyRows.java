package dev.leibniz.spark;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.NonFiniteException;
import dev.leibniz.runtime.Parameter;
import dev.leibniz.training.Gradients;
import dev.leibniz.training.ModelRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What finds the rows of a block that a model cannot be trained with: what it refuses, and what makes its loss or gradient infinite or NaN. */
final class FaultyRows {
    private static final int MOST_ROWS = 5;

    private final Model model;
    private final ModelRows shape;
    private final Object gradient;

    /** @param gradient where gradients may be computed once more */
    FaultyRows(Model model, ModelRows shape, Object gradient) {
        this.model = model;
        this.shape = shape;
        this.gradient = gradient;
    }

    /** A message that names the partition and the first row of a block that a model refuses, such as one with a label out of its range. */
    static String refused(
            Model model, ModelRows shape, IllegalArgumentException refusal, int partition, Block block, String data) {
        for (int row = 0; row < block.rows; row++) {
            try {
                model.evaluate(inputs(shape, block, row), shape.sizes(1));
            } catch (IllegalArgumentException e) {
                return ExampleBuffer.place(block.origin(row), partition, data) + " is refused: " + e.getMessage();
            }
        }
        return "a batch of partition " + partition + " of the " + data + " data is refused: " + refusal.getMessage();
    }

    /** A message that names the tensor, the partition and the rows of a block whose loss or gradient is not finite. */
    String notFinite(double loss, int partition, Block block) {
        String what = tensor(loss) + " on partition " + partition;
        List<Integer> guilty = new ArrayList<>();
        for (int row = 0; row < block.rows && guilty.size() <= MOST_ROWS; row++) {
            Gradients.clear(gradient);
            double alone = model.lossAndGradient(inputs(shape, block, row), shape.sizes(1), gradient);
            if (!Double.isFinite(alone) || !Gradients.isFinite(gradient)) {
                guilty.add(row);
            }
        }
        if (guilty.isEmpty()) {
            return what + ": by rows " + block.origin(0) + " to " + block.origin(block.rows - 1)
                    + " together, by none of them alone";
        }
        String more = guilty.size() > MOST_ROWS ? " and others" : "";
        return what + ": by row "
                + guilty.stream()
                        .limit(MOST_ROWS)
                        .map(row -> block.origin(row) + cause(block, row))
                        .collect(Collectors.joining(", "))
                + more;
    }

    private String tensor(double loss) {
        for (Parameter parameter : model.parameterList()) {
            for (int i = 0; i < parameter.length(); i++) {
                double value = Numbers.get(gradient, parameter.offset() + i);
                if (!Double.isFinite(value)) {
                    return "the gradient of " + parameter.path() + "[" + i + "] is " + value;
                }
            }
        }
        return "the loss is " + loss;
    }

    /** The first element of a row that is not finite itself, or else the first value computed of it that is not. */
    private String cause(Block block, int row) {
        Object[] alone = inputs(shape, block, row);
        for (int input = 0; input < alone.length; input++) {
            for (int i = 0; i < Numbers.length(alone[input]); i++) {
                double value = Numbers.get(alone[input], i);
                if (!Double.isFinite(value)) {
                    return " (whose " + shape.name(input) + "[" + i + "] is " + value + ")";
                }
            }
        }
        model.setDebugNans(true);
        try {
            model.lossAndGradient(alone, shape.sizes(1), gradient);
            return "";
        } catch (NonFiniteException e) {
            return " (" + e.getMessage() + ")";
        } finally {
            model.setDebugNans(false);
        }
    }

    /** One row as a batch. */
    private static Object[] inputs(ModelRows shape, Block block, int row) {
        Object[] inputs = new Object[block.inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            int elements = Numbers.length(block.inputs[i]) / block.rows;
            inputs[i] = shape.array(i, elements);
            System.arraycopy(block.inputs[i], row * elements, inputs[i], 0, elements);
        }
        return inputs;
    }
}
