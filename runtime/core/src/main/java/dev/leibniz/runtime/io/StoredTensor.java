package dev.leibniz.runtime.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A named tensor as a file holds it.
 *
 * @param shape the dimensions, outermost first; empty for a scalar
 * @param data the elements, row-major, little-endian; not copied
 */
public record StoredTensor(String name, Type type, long[] shape, ByteBuffer data) {
    /** The element types of the format that are understood here. */
    public enum Type {
        F64(8),
        F32(4),
        F16(2),
        BF16(2),
        I64(8),
        I32(4),
        I16(2),
        I8(1),
        U8(1),
        BOOL(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one element. */
        public int bytes() {
            return bytes;
        }
    }

    public StoredTensor {
        data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (Shapes.bytes(shape, type) != data.capacity()) {
            throw new IllegalArgumentException(
                    "tensor " + name + " is " + type + Shapes.text(shape) + " but has " + data.capacity() + " bytes");
        }
    }

    /** A tensor of elements of a float array from an offset on. */
    public static StoredTensor of(String name, long[] shape, float[] array, int offset) {
        int length = elements(shape);
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(length, 4)).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(array, offset, length);
        return new StoredTensor(name, Type.F32, shape, data);
    }

    /** A tensor of elements of a double array from an offset on. */
    public static StoredTensor of(String name, long[] shape, double[] array, int offset) {
        int length = elements(shape);
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(length, 8)).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(array, offset, length);
        return new StoredTensor(name, Type.F64, shape, data);
    }

    /** A tensor of elements of an int array from an offset on. */
    public static StoredTensor of(String name, long[] shape, int[] array, int offset) {
        int length = elements(shape);
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(length, 4)).order(ByteOrder.LITTLE_ENDIAN);
        data.asIntBuffer().put(array, offset, length);
        return new StoredTensor(name, Type.I32, shape, data);
    }

    /** The number of elements of a shape. */
    static int elements(long[] shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return Math.toIntExact(product);
    }

    /** The number of elements. */
    public int length() {
        return data.capacity() / type.bytes();
    }

    /** Whether the elements are floats of some width. */
    public boolean isFloat() {
        return type == Type.F64 || type == Type.F32 || type == Type.F16 || type == Type.BF16;
    }

    /** One element; a bool is 0 or 1. */
    public double get(int index) {
        return switch (type) {
            case F64 -> data.getDouble(8 * index);
            case F32 -> data.getFloat(4 * index);
            case F16 -> half(data.getShort(2 * index));
            case BF16 -> Float.intBitsToFloat(data.getShort(2 * index) << 16);
            case I64 -> data.getLong(8 * index);
            case I32 -> data.getInt(4 * index);
            case I16 -> data.getShort(2 * index);
            case I8 -> data.get(index);
            case U8, BOOL -> data.get(index) & 0xff;
        };
    }

    /** IEEE half precision (binary16). */
    private static double half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude = exponent == 31
                ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : exponent == 0 ? Math.scalb((double) fraction, -24) : Math.scalb(1024.0 + fraction, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }

    public double[] toDoubles() {
        double[] values = new double[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }

    public float[] toFloats() {
        float[] values = new float[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) get(i);
        }
        return values;
    }

    /**
     * The elements as ints.
     *
     * @throws CheckpointException if one is no whole number that an int can hold
     */
    public int[] toInts() throws CheckpointException {
        int[] values = new int[length()];
        for (int i = 0; i < values.length; i++) {
            long whole = type == Type.I64 ? data.getLong(8 * i) : (long) get(i);
            if (whole != (int) whole || (isFloat() && get(i) != whole)) {
                throw new CheckpointException("tensor " + name + " holds " + (isFloat() ? get(i) : whole)
                        + " at element " + i + ", which is no int");
            }
            values[i] = (int) whole;
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredTensor tensor
                && name.equals(tensor.name)
                && type == tensor.type
                && Arrays.equals(shape, tensor.shape)
                && data.equals(tensor.data);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return name + ": " + type + Arrays.toString(shape);
    }
}
