package dev.leibniz.runtime;

/**
 * Checks at the boundary of a model, each made once where data enters. Messages name the input as its network does, say
 * what was found and what was needed.
 */
public final class Checks {
    private Checks() {}

    /**
     * How many rows an array of {@code length} elements holds.
     *
     * @throws IllegalArgumentException unless {@code length} is a positive multiple of {@code rowLength}
     */
    public static int rows(String name, int length, int rowLength) {
        if (length == 0 || length % rowLength != 0) {
            throw new IllegalArgumentException(
                    name + " has " + length + " elements, must have a positive multiple of " + rowLength);
        }
        return length / rowLength;
    }

    /** @throws IllegalArgumentException unless the array has exactly that many elements */
    public static void length(String name, int actual, long expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(name + " has " + actual + " elements, must have " + expected);
        }
    }

    /** @throws IllegalArgumentException if the array has fewer elements than that */
    public static void capacity(String name, int actual, long least) {
        if (actual < least) {
            throw new IllegalArgumentException(name + " has " + actual + " elements, must have at least " + least);
        }
    }

    /** @throws IllegalArgumentException unless {@code low ≤ value < high} for the first {@code count} values */
    public static void range(String name, int[] values, int count, long low, long high) {
        for (int i = 0; i < count; i++) {
            int value = values[i];
            if (value < low || value >= high) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + value + ", must be at least " + low + " and below " + high);
            }
        }
    }

    /** @throws IllegalArgumentException if one of the first {@code count} values is infinite or NaN */
    public static void finite(String name, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            finite(name, i, values[i]);
        }
    }

    public static void finite(String name, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            finite(name, i, values[i]);
        }
    }

    /**
     * A computed index, if it is one.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 ≤ index < bound}
     */
    public static int index(String tensor, int index, int bound) {
        if (index < 0 || index >= bound) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " into " + tensor + " is out of bounds, must be at least 0 and below " + bound);
        }
        return index;
    }

    /** @throws IllegalArgumentException if a call's size is larger than the workspace was made for */
    public static void within(String size, int value, int capacity) {
        if (value > capacity) {
            throw new IllegalArgumentException(
                    size + " is " + value + ", the workspace was made for at most " + capacity);
        }
    }

    /**
     * A size, if it is one.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static int size(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
        }
        return value;
    }

    /**
     * The length of an array to be made.
     *
     * @throws IllegalArgumentException if no Java array has so many elements
     */
    public static int arrayLength(long elements) {
        if (elements < 0 || elements > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("sizes so large need an array of " + elements + " elements");
        }
        return (int) elements;
    }

    private static void finite(String name, int i, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + "[" + i + "] is " + value + ", must be finite");
        }
    }
}
