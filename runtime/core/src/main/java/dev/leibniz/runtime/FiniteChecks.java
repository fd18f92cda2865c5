package dev.leibniz.runtime;

import java.util.List;

/** Looks for numbers that are infinite or none in what a network is given and computes. Called by generated code, when asked to. */
public final class FiniteChecks {
    /** The elements of an array, whatever their type. */
    private interface Elements {
        double at(int position);
    }

    private FiniteChecks() {}

    /**
     * Looks through a tensor of that shape.
     *
     * @param operation the formula that gave it, or an empty string
     * @param place file and line, or an empty string
     * @param infinite whether infinities are as good as other numbers here, and only NaN is looked for
     * @throws NonFiniteException at the first element that is not finite
     */
    public static void tensor(
            String name, String operation, String place, boolean infinite, float[] array, int offset, int... shape) {
        tensor(name, operation, place, infinite, i -> array[i], offset, shape);
    }

    /** The same for double precision. */
    public static void tensor(
            String name, String operation, String place, boolean infinite, double[] array, int offset, int... shape) {
        tensor(name, operation, place, infinite, i -> array[i], offset, shape);
    }

    /**
     * Looks through all tensors that an array holds.
     *
     * @throws NonFiniteException at the first element that is NaN or infinite
     */
    public static void tensors(String kind, List<Parameter> tensors, float[] array) {
        tensors(kind, tensors, i -> array[i]);
    }

    /** The same for double precision. */
    public static void tensors(String kind, List<Parameter> tensors, double[] array) {
        tensors(kind, tensors, i -> array[i]);
    }

    private static void tensors(String kind, List<Parameter> tensors, Elements array) {
        for (Parameter tensor : tensors) {
            int[] shape = tensor.shape().stream().mapToInt(Integer::intValue).toArray();
            tensor(kind + " " + tensor.path(), "", "", false, array, tensor.offset(), shape);
        }
    }

    private static void tensor(
            String name, String operation, String place, boolean infinite, Elements array, int offset, int... shape) {
        int length = 1;
        for (int size : shape) {
            length *= size;
        }
        for (int i = 0; i < length; i++) {
            double value = array.at(offset + i);
            if (infinite ? Double.isNaN(value) : !Double.isFinite(value)) {
                throw new NonFiniteException(name, index(i, shape), value, operation, place);
            }
        }
    }

    private static int[] index(int position, int... shape) {
        int[] index = new int[shape.length];
        int rest = position;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }
}
