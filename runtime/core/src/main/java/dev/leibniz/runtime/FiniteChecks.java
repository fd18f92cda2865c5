package dev.leibniz.runtime;

import java.util.Arrays;
import java.util.List;

/** Looks for numbers that are infinite or none in what a network is given and computes. Called by generated code, when asked to. */
public final class FiniteChecks {
    /** The elements of a tensor, whatever their type. */
    private interface Elements {
        double at(int position);
    }

    private FiniteChecks() {}

    /**
     * Looks through some elements of a tensor of that shape, {@code count} of them beginning with {@code from}.
     *
     * @param operation the formula that gave it, or an empty string
     * @param place file and line, or an empty string
     * @param infinite whether infinities are as good as other numbers here, and only NaN is looked for
     * @throws NonFiniteException at the first element that is not finite
     */
    public static void tensor(
            String name,
            String operation,
            String place,
            boolean infinite,
            float[] array,
            int offset,
            int from,
            int count,
            int... shape) {
        tensor(name, operation, place, infinite, i -> array[offset + i], from, count, shape);
    }

    /** The same for double precision. */
    public static void tensor(
            String name,
            String operation,
            String place,
            boolean infinite,
            double[] array,
            int offset,
            int from,
            int count,
            int... shape) {
        tensor(name, operation, place, infinite, i -> array[offset + i], from, count, shape);
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
            int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            tensor(kind + " " + tensor.path(), "", "", false, i -> array.at(tensor.offset() + i), 0, count, shape);
        }
    }

    private static void tensor(
            String name,
            String operation,
            String place,
            boolean infinite,
            Elements tensor,
            int from,
            int count,
            int... shape) {
        for (int i = from; i < from + count; i++) {
            double value = tensor.at(i);
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
