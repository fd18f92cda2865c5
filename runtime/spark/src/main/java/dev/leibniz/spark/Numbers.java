package dev.leibniz.spark;

import java.util.Arrays;

/** Arrays of {@code float}, {@code double} or {@code int} behind the type {@code Object}, as models take and give them. */
final class Numbers {
    private Numbers() {}

    static int length(Object array) {
        if (array instanceof float[] floats) {
            return floats.length;
        }
        return array instanceof double[] doubles ? doubles.length : ((int[]) array).length;
    }

    static double get(Object array, int i) {
        if (array instanceof float[] floats) {
            return floats[i];
        }
        return array instanceof double[] doubles ? doubles[i] : ((int[]) array)[i];
    }

    static Object copy(Object array) {
        return copy(array, length(array));
    }

    /** The first elements, or all of them and zeros behind. */
    static Object copy(Object array, int length) {
        if (array instanceof float[] floats) {
            return Arrays.copyOf(floats, length);
        }
        return array instanceof double[] doubles
                ? Arrays.copyOf(doubles, length)
                : Arrays.copyOf((int[]) array, length);
    }

    static void overwrite(Object array, Object values) {
        System.arraycopy(values, 0, array, 0, length(array));
    }

    static int hash(Object array) {
        if (array instanceof float[] floats) {
            return Arrays.hashCode(floats);
        }
        return array instanceof double[] doubles ? Arrays.hashCode(doubles) : Arrays.hashCode((int[]) array);
    }

    static long bytes(Object array) {
        return (long) length(array) * (array instanceof double[] ? Double.BYTES : Float.BYTES);
    }
}
