package dev.leibniz.runtime.kernel;

import static java.lang.invoke.VarHandle.loadLoadFence;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} for rows of A that lie {@link #DISTANCE} apart, and panels of B two vectors wide. Otherwise
 * like {@link WideTiles}.
 */
final class RowTiles {
    /**
     * Between the beginnings of two rows of A: more than a row has, a constant so that one register addresses all rows, and no
     * power of two, since these would share a place in the cache.
     */
    static final int DISTANCE = 272;

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private RowTiles() {}

    /** Where a row of tiles of this height lies. Where rows are shorter than their distance, those of the next tiles lie between them. */
    static int place(int height, int row, int steps) {
        int side = DISTANCE / steps;
        int tile = row / height;
        return (tile / side * height + row % height) * DISTANCE + tile % side * steps;
    }

    /** Elements that so many rows take. */
    static int length(int height, int rows, int steps) {
        int side = DISTANCE / steps;
        int tiles = (rows + height - 1) / height;
        return (tiles + side - 1) / side * height * DISTANCE;
    }

    /** C[height, 2L] = A · B or C += A · B for 8, 6, 5, 4 or 2 rows and k steps. */
    static void multiply(
            int height,
            int k,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        boolean pairs = k % 2 == 0;
        switch (height) {
            case 8 -> rows8(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 6 -> {
                if (pairs) {
                    rows6InPairs(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                } else {
                    rows6(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                }
            }
            case 5 -> {
                if (pairs) {
                    rows5InPairs(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                } else {
                    rows5(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                }
            }
            case 4 -> {
                if (pairs) {
                    rows4InPairs(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                } else {
                    rows4(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
                }
            }
            case 2 -> rows2(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            default -> throw new IllegalArgumentException("no tile of height " + height);
        }
    }

    private static void rows8(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c4x1 = FloatVector.zero(S);
        FloatVector c5x0 = FloatVector.zero(S);
        FloatVector c5x1 = FloatVector.zero(S);
        FloatVector c6x0 = FloatVector.zero(S);
        FloatVector c6x1 = FloatVector.zero(S);
        FloatVector c7x0 = FloatVector.zero(S);
        FloatVector c7x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p++) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            v = FloatVector.broadcast(S, a[a0 + p + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            v = FloatVector.broadcast(S, a[a0 + p + 5 * DISTANCE]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
            v = FloatVector.broadcast(S, a[a0 + p + 6 * DISTANCE]);
            c6x0 = v.fma(b0, c6x0);
            c6x1 = v.fma(b1, c6x1);
            v = FloatVector.broadcast(S, a[a0 + p + 7 * DISTANCE]);
            c7x0 = v.fma(b0, c7x0);
            c7x1 = v.fma(b1, c7x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow + L).add(c4x1).intoArray(c, cOffset + 4 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow).add(c5x0).intoArray(c, cOffset + 5 * cRow);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow + L).add(c5x1).intoArray(c, cOffset + 5 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 6 * cRow).add(c6x0).intoArray(c, cOffset + 6 * cRow);
            FloatVector.fromArray(S, c, cOffset + 6 * cRow + L).add(c6x1).intoArray(c, cOffset + 6 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 7 * cRow).add(c7x0).intoArray(c, cOffset + 7 * cRow);
            FloatVector.fromArray(S, c, cOffset + 7 * cRow + L).add(c7x1).intoArray(c, cOffset + 7 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c4x1.intoArray(c, cOffset + 4 * cRow + L);
            c5x0.intoArray(c, cOffset + 5 * cRow);
            c5x1.intoArray(c, cOffset + 5 * cRow + L);
            c6x0.intoArray(c, cOffset + 6 * cRow);
            c6x1.intoArray(c, cOffset + 6 * cRow + L);
            c7x0.intoArray(c, cOffset + 7 * cRow);
            c7x1.intoArray(c, cOffset + 7 * cRow + L);
        }
    }

    private static void rows6InPairs(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c4x1 = FloatVector.zero(S);
        FloatVector c5x0 = FloatVector.zero(S);
        FloatVector c5x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p += 2) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 5 * DISTANCE]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p + 1]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 5 * DISTANCE]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow + L).add(c4x1).intoArray(c, cOffset + 4 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow).add(c5x0).intoArray(c, cOffset + 5 * cRow);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow + L).add(c5x1).intoArray(c, cOffset + 5 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c4x1.intoArray(c, cOffset + 4 * cRow + L);
            c5x0.intoArray(c, cOffset + 5 * cRow);
            c5x1.intoArray(c, cOffset + 5 * cRow + L);
        }
    }

    private static void rows6(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c4x1 = FloatVector.zero(S);
        FloatVector c5x0 = FloatVector.zero(S);
        FloatVector c5x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p++) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 5 * DISTANCE]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow + L).add(c4x1).intoArray(c, cOffset + 4 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow).add(c5x0).intoArray(c, cOffset + 5 * cRow);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow + L).add(c5x1).intoArray(c, cOffset + 5 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c4x1.intoArray(c, cOffset + 4 * cRow + L);
            c5x0.intoArray(c, cOffset + 5 * cRow);
            c5x1.intoArray(c, cOffset + 5 * cRow + L);
        }
    }

    private static void rows5InPairs(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c4x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p += 2) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p + 1]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow + L).add(c4x1).intoArray(c, cOffset + 4 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c4x1.intoArray(c, cOffset + 4 * cRow + L);
        }
    }

    private static void rows5(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c4x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p++) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 4 * DISTANCE]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow + L).add(c4x1).intoArray(c, cOffset + 4 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c4x1.intoArray(c, cOffset + 4 * cRow + L);
        }
    }

    private static void rows4InPairs(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p += 2) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p + 1]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 1 + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
        }
    }

    private static void rows4(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p++) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 2 * DISTANCE]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p + 3 * DISTANCE]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + L).add(c2x1).intoArray(c, cOffset + 2 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + L).add(c3x1).intoArray(c, cOffset + 3 * cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c2x1.intoArray(c, cOffset + 2 * cRow + L);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c3x1.intoArray(c, cOffset + 3 * cRow + L);
        }
    }

    private static void rows2(
            int k, float[] a, int a0, float[] b, int bOffset, float[] c, int cOffset, int cRow, boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector b0;
        FloatVector b1;
        FloatVector v;
        for (int p = 0; p < k; p++) {
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            v = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            v = FloatVector.broadcast(S, a[a0 + p + DISTANCE]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + L).add(c0x1).intoArray(c, cOffset + L);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + cRow + L).add(c1x1).intoArray(c, cOffset + cRow + L);
        } else {
            c0x0.intoArray(c, cOffset);
            c0x1.intoArray(c, cOffset + L);
            c1x0.intoArray(c, cOffset + cRow);
            c1x1.intoArray(c, cOffset + cRow + L);
        }
    }
}
