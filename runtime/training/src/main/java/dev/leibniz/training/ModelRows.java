package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** How rows of data meet a model: the free sizes of so many rows, and how many elements of what type a row has of each input. */
public final class ModelRows implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int UNKNOWN = -1;

    private final String model;
    private final boolean isDouble;
    private final String[] names;
    private final boolean[] isFloat;
    private final String[] shapes;
    private final int[] elements;
    private final int[] sizes;
    private final int rowSize;

    private ModelRows(Model model, Map<String, Integer> given, String rowSize) {
        List<Model.Tensor> inputs = model.inputs();
        this.model = model.name();
        this.isDouble = model.isDouble();
        this.names = inputs.stream().map(Model.Tensor::name).toArray(String[]::new);
        this.shapes = inputs.stream().map(input -> input.shape().toString()).toArray(String[]::new);
        this.isFloat = new boolean[names.length];
        this.elements = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            isFloat[i] = inputs.get(i).type().equals("float");
            elements[i] = elements(model, inputs.get(i), given, rowSize);
        }
        this.sizes = new int[model.sizes().size()];
        for (int i = 0; i < sizes.length; i++) {
            String name = model.sizes().get(i);
            Integer value = given.get(name);
            if (value == null && !name.equals(rowSize)) {
                throw new TrainingException(model.name() + " has a size " + name
                        + " beside the number of rows: give it by size(\"" + name + "\", …)");
            }
            sizes[i] = value == null ? 0 : value;
        }
        this.rowSize = model.sizes().indexOf(rowSize);
    }

    /**
     * The number of rows is the free size that an input begins with, the first one that does.
     *
     * @param given the values of all other free sizes
     * @throws TrainingException if one is missing, or an input does not begin with the number of rows
     */
    public static ModelRows of(Model model, Map<String, Integer> given) {
        for (Model.Tensor input : model.inputs()) {
            if (!input.shape().isEmpty() && model.sizes().contains(input.shape().get(0))) {
                return new ModelRows(model, given, input.shape().get(0));
            }
        }
        throw new TrainingException(model.name() + " takes no batches: no input begins with a free size");
    }

    private static int elements(Model model, Model.Tensor input, Map<String, Integer> given, String rowSize) {
        List<String> shape = input.shape();
        if (shape.isEmpty() || !shape.get(0).equals(rowSize)) {
            throw new TrainingException(
                    "input " + input.name() + " of " + model.name() + " has no rows: its sizes are " + shape);
        }
        long elements = 1;
        for (String size : shape.subList(1, shape.size())) {
            Integer value = size.chars().allMatch(Character::isDigit) ? Integer.valueOf(size) : given.get(size);
            if (value == null) {
                return UNKNOWN;
            }
            elements *= value;
        }
        return Math.toIntExact(elements);
    }

    /** How many inputs there are. */
    public int inputs() {
        return names.length;
    }

    public String name(int input) {
        return names[input];
    }

    /** An array of the type that the model takes for an input. */
    public Object array(int input, int length) {
        if (!isFloat[input]) {
            return new int[length];
        }
        return isDouble ? new double[length] : new float[length];
    }

    /**
     * Checks how many elements of an input a row has, if that is known: a size may be arithmetic of others.
     *
     * @param what what the data are called in the message
     * @throws TrainingException if the model takes another number
     */
    public void requireElements(String name, int found, String what) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name) && elements[i] != UNKNOWN && elements[i] != found) {
                throw new TrainingException("a row of " + name + " in the " + what + " data has " + found
                        + " elements, " + model + " takes " + elements[i] + ": " + shapes[i]);
            }
        }
    }

    /** The free sizes of so many rows; the same array each time. */
    public int[] sizes(int rows) {
        sizes[rowSize] = rows;
        return sizes;
    }
}
