package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} on matrices as they are: A with contiguous rows, B with contiguous rows of at
 * least one vector. Two vectors of columns at a time, the second one pushed back to end at the last column, so that no
 * lane lies outside; where both cover a column, the second leaves it alone.
 */
final class DirectTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final FloatVector LANE = FloatVector.zero(S).addIndex(1);

    private DirectTiles() {}

    /** C[m, n] = A · B or C += A · B for k steps, n at least one vector. */
    static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        // Columns that two vectors cover are added to once only: by tiles of one row, as they need masks.
        int wide = accumulate ? n - n % (2 * L) : n;
        for (int i = 0; i < m; ) {
            int height = m - i >= 6 && !accumulate ? 6 : m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
            int ai = aOffset + i * aRow;
            int ci = cOffset + i * cRow;
            for (int j = 0; j < wide; j += 2 * L) {
                int first = Math.min(j, n - L);
                int second = Math.min(j + L, n - L);
                switch (height) {
                    case 6 -> rows6(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, first, second);
                    case 4 -> rows4(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, first, second, accumulate);
                    case 2 -> rows2(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, first, second, accumulate);
                    default -> rows1(k, a, ai, b, bOffset, bRow, c, ci, first, second, accumulate);
                }
            }
            i += height;
        }
        if (wide < n) {
            int first = Math.min(wide, n - L);
            for (int i = 0; i < m; i++) {
                add1(k, a, aOffset + i * aRow, 1, b, bOffset, bRow, c, cOffset + i * cRow, wide, first, n - L);
            }
        }
    }

    /** Only stores: with the code that adds it would be more than C2 takes in one piece. */
    private static void rows6(
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int cRow,
            int first,
            int second) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int at0 = bOffset + first;
        int at1 = bOffset + second;
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
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, at0 + p * bRow);
            FloatVector b1 = FloatVector.fromArray(S, b, at1 + p * bRow);
            FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v0.fma(b0, c0x0);
            c0x1 = v0.fma(b1, c0x1);
            FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
            c1x0 = v1.fma(b0, c1x0);
            c1x1 = v1.fma(b1, c1x1);
            FloatVector v2 = FloatVector.broadcast(S, a[a2 + p]);
            c2x0 = v2.fma(b0, c2x0);
            c2x1 = v2.fma(b1, c2x1);
            FloatVector v3 = FloatVector.broadcast(S, a[a3 + p]);
            c3x0 = v3.fma(b0, c3x0);
            c3x1 = v3.fma(b1, c3x1);
            FloatVector v4 = FloatVector.broadcast(S, a[a4 + p]);
            c4x0 = v4.fma(b0, c4x0);
            c4x1 = v4.fma(b1, c4x1);
            FloatVector v5 = FloatVector.broadcast(S, a[a5 + p]);
            c5x0 = v5.fma(b0, c5x0);
            c5x1 = v5.fma(b1, c5x1);
        }
        c0x0.intoArray(c, cOffset + first);
        c0x1.intoArray(c, cOffset + second);
        c1x0.intoArray(c, cOffset + cRow + first);
        c1x1.intoArray(c, cOffset + cRow + second);
        c2x0.intoArray(c, cOffset + 2 * cRow + first);
        c2x1.intoArray(c, cOffset + 2 * cRow + second);
        c3x0.intoArray(c, cOffset + 3 * cRow + first);
        c3x1.intoArray(c, cOffset + 3 * cRow + second);
        c4x0.intoArray(c, cOffset + 4 * cRow + first);
        c4x1.intoArray(c, cOffset + 4 * cRow + second);
        c5x0.intoArray(c, cOffset + 5 * cRow + first);
        c5x1.intoArray(c, cOffset + 5 * cRow + second);
    }

    private static void rows4(
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int cRow,
            int first,
            int second,
            boolean accumulate) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int at0 = bOffset + first;
        int at1 = bOffset + second;
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, at0 + p * bRow);
            FloatVector b1 = FloatVector.fromArray(S, b, at1 + p * bRow);
            FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v0.fma(b0, c0x0);
            c0x1 = v0.fma(b1, c0x1);
            FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
            c1x0 = v1.fma(b0, c1x0);
            c1x1 = v1.fma(b1, c1x1);
            FloatVector v2 = FloatVector.broadcast(S, a[a2 + p]);
            c2x0 = v2.fma(b0, c2x0);
            c2x1 = v2.fma(b1, c2x1);
            FloatVector v3 = FloatVector.broadcast(S, a[a3 + p]);
            c3x0 = v3.fma(b0, c3x0);
            c3x1 = v3.fma(b1, c3x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset + first).add(c0x0).intoArray(c, cOffset + first);
            FloatVector.fromArray(S, c, cOffset + second).add(c0x1).intoArray(c, cOffset + second);
            FloatVector.fromArray(S, c, cOffset + cRow + first).add(c1x0).intoArray(c, cOffset + cRow + first);
            FloatVector.fromArray(S, c, cOffset + cRow + second).add(c1x1).intoArray(c, cOffset + cRow + second);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + first).add(c2x0).intoArray(c, cOffset + 2 * cRow + first);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow + second)
                    .add(c2x1)
                    .intoArray(c, cOffset + 2 * cRow + second);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + first).add(c3x0).intoArray(c, cOffset + 3 * cRow + first);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow + second)
                    .add(c3x1)
                    .intoArray(c, cOffset + 3 * cRow + second);
        } else {
            c0x0.intoArray(c, cOffset + first);
            c0x1.intoArray(c, cOffset + second);
            c1x0.intoArray(c, cOffset + cRow + first);
            c1x1.intoArray(c, cOffset + cRow + second);
            c2x0.intoArray(c, cOffset + 2 * cRow + first);
            c2x1.intoArray(c, cOffset + 2 * cRow + second);
            c3x0.intoArray(c, cOffset + 3 * cRow + first);
            c3x1.intoArray(c, cOffset + 3 * cRow + second);
        }
    }

    private static void rows2(
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int cRow,
            int first,
            int second,
            boolean accumulate) {
        int a1 = a0 + aRow;
        int at0 = bOffset + first;
        int at1 = bOffset + second;
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, at0 + p * bRow);
            FloatVector b1 = FloatVector.fromArray(S, b, at1 + p * bRow);
            FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v0.fma(b0, c0x0);
            c0x1 = v0.fma(b1, c0x1);
            FloatVector v1 = FloatVector.broadcast(S, a[a1 + p]);
            c1x0 = v1.fma(b0, c1x0);
            c1x1 = v1.fma(b1, c1x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset + first).add(c0x0).intoArray(c, cOffset + first);
            FloatVector.fromArray(S, c, cOffset + second).add(c0x1).intoArray(c, cOffset + second);
            FloatVector.fromArray(S, c, cOffset + cRow + first).add(c1x0).intoArray(c, cOffset + cRow + first);
            FloatVector.fromArray(S, c, cOffset + cRow + second).add(c1x1).intoArray(c, cOffset + cRow + second);
        } else {
            c0x0.intoArray(c, cOffset + first);
            c0x1.intoArray(c, cOffset + second);
            c1x0.intoArray(c, cOffset + cRow + first);
            c1x1.intoArray(c, cOffset + cRow + second);
        }
    }

    private static void rows1(
            int k,
            float[] a,
            int a0,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int first,
            int second,
            boolean accumulate) {
        int at0 = bOffset + first;
        int at1 = bOffset + second;
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, at0 + p * bRow);
            FloatVector b1 = FloatVector.fromArray(S, b, at1 + p * bRow);
            FloatVector v0 = FloatVector.broadcast(S, a[a0 + p]);
            c0x0 = v0.fma(b0, c0x0);
            c0x1 = v0.fma(b1, c0x1);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset + first).add(c0x0).intoArray(c, cOffset + first);
            FloatVector.fromArray(S, c, cOffset + second).add(c0x1).intoArray(c, cOffset + second);
        } else {
            c0x0.intoArray(c, cOffset + first);
            c0x1.intoArray(c, cOffset + second);
        }
    }

    /** Adds to the columns from {@code from} on: the vectors at {@code first} and {@code second} may begin before what they are for. */
    static void add1(
            int k,
            float[] a,
            int a0,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int from,
            int first,
            int second) {
        int at0 = bOffset + first;
        int at1 = bOffset + second;
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c0x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, at0 + p * bRow);
            FloatVector b1 = FloatVector.fromArray(S, b, at1 + p * bRow);
            FloatVector v0 = FloatVector.broadcast(S, a[a0 + p * aColumn]);
            c0x0 = v0.fma(b0, c0x0);
            c0x1 = v0.fma(b1, c0x1);
        }
        FloatVector old0 = FloatVector.fromArray(S, c, cOffset + first);
        VectorMask<Float> rest0 = LANE.compare(VectorOperators.GE, (float) (from - first));
        old0.blend(old0.add(c0x0), rest0).intoArray(c, cOffset + first);
        FloatVector old1 = FloatVector.fromArray(S, c, cOffset + second);
        VectorMask<Float> rest1 = LANE.compare(VectorOperators.GE, (float) (from + L - second));
        old1.blend(old1.add(c0x1), rest1).intoArray(c, cOffset + second);
    }
}
