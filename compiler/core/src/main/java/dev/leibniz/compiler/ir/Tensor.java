package dev.leibniz.compiler.ir;

import java.util.Arrays;

/**
 * Numbers with a shape, in double, for reference evaluation. Ints are whole doubles, bools are 0 and 1.
 *
 * @param shape the fixed dimensions
 * @param data the elements, row-major; not copied
 */
public record Tensor(int[] shape, double[] data) {
    public Tensor {
        if (elements(shape) != data.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + data.length + " elements");
        }
    }

    public static Tensor scalar(double value) {
        return new Tensor(new int[0], new double[] {value});
    }

    public static Tensor zeros(int... shape) {
        return new Tensor(shape, new double[elements(shape)]);
    }

    public static Tensor filled(double value, int... shape) {
        Tensor tensor = zeros(shape);
        Arrays.fill(tensor.data, value);
        return tensor;
    }

    public int rank() {
        return shape.length;
    }

    public int size() {
        return data.length;
    }

    /** Row-major strides. */
    public int[] strides() {
        return strides(shape);
    }

    public static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** The number of elements of a shape. */
    public static int elements(int[] shape) {
        int product = 1;
        for (int size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape) && Arrays.equals(data, tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + Arrays.toString(data);
    }
}
