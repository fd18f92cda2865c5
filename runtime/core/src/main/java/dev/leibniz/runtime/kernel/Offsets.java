package dev.leibniz.runtime.kernel;

import java.util.Arrays;

/**
 * Where the elements along one dimension of a matrix lie, if that dimension is several axes of a tensor: the last axis varies fastest. Windows over an image are such a
 * matrix, whose elements need not be copied first.
 */
public final class Offsets {
    private final int[] at;
    private final int run;

    private Offsets(int[] at, int run) {
        this.at = at;
        this.run = run;
    }

    /**
     * The offsets along some axes.
     *
     * @param sizesAndStrides the size and the stride of each axis, the outermost first
     * @throws IllegalArgumentException if a size has no stride
     */
    public static Offsets of(int... sizesAndStrides) {
        if (sizesAndStrides.length % 2 != 0) {
            throw new IllegalArgumentException("a size without a stride: " + Arrays.toString(sizesAndStrides));
        }
        int[] at = {0};
        for (int axis = 0; axis < sizesAndStrides.length; axis += 2) {
            int size = sizesAndStrides[axis];
            int[] finer = new int[at.length * size];
            for (int i = 0; i < finer.length; i++) {
                finer[i] = at[i / size] + i % size * sizesAndStrides[axis + 1];
            }
            at = finer;
        }
        int last = sizesAndStrides.length - 2;
        boolean isContiguous = last >= 0 && sizesAndStrides[last + 1] == 1 && sizesAndStrides[last] > 0;
        return new Offsets(at, isContiguous ? sizesAndStrides[last] : 1);
    }

    /** The offset of an element. */
    int at(int index) {
        return at[index];
    }

    /** Whether so many elements, two at least, lie equally far apart from this one on. */
    boolean isEven(int first, int count) {
        int distance = at[first + 1] - at[first];
        for (int i = first + 2; i < first + count; i++) {
            if (at[i] - at[i - 1] != distance) {
                return false;
            }
        }
        return true;
    }

    /** So many elements always lie side by side, from each multiple of this number on. */
    int run() {
        return run;
    }

    /** How many elements lie side by side from this one on, at least. */
    int runFrom(int index) {
        return run - index % run;
    }
}
