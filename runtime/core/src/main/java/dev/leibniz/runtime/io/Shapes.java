package dev.leibniz.runtime.io;

import java.util.Arrays;

/** Arithmetic of shapes that no file can make overflow. */
final class Shapes {
    private Shapes() {}

    /** The product of all dimensions, or −1 if one is negative or the product overflows. */
    static long elements(long[] shape) {
        long elements = 1;
        for (long dimension : shape) {
            if (dimension < 0) {
                return -1;
            }
            if (elements != 0 && dimension > Long.MAX_VALUE / Math.max(1, elements)) {
                return -1;
            }
            elements *= dimension;
        }
        return elements;
    }

    /** Bytes of a tensor, or −1 if there is no such number. */
    static long bytes(long[] shape, StoredTensor.Type type) {
        long elements = elements(shape);
        return elements < 0 || elements > Long.MAX_VALUE / type.bytes() ? -1 : elements * type.bytes();
    }

    /** {@code [64, 10]}. */
    static String text(long[] shape) {
        return Arrays.toString(shape);
    }
}
