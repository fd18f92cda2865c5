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
        for (int i = 0; i < m; ) {
            int height = m - i >= 6 ? 6 : m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
            int ai = aOffset + i * aRow;
            int ci = cOffset + i * cRow;
            for (int j = 0; j < n; j += 2 * L) {
                int first = Math.min(j, n - L);
                int second = Math.min(j + L, n - L);
                switch (height) {
                    case 6 -> rows6(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, j, first, second, accumulate);
                    case 4 -> rows4(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, j, first, second, accumulate);
                    case 2 -> rows2(k, a, ai, aRow, b, bOffset, bRow, c, ci, cRow, j, first, second, accumulate);
                    default -> rows1(k, a, ai, b, bOffset, bRow, c, ci, j, first, second, accumulate);
                }
            }
            i += height;
        }
    }

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
            int j,
            int first,
            int second,
            boolean accumulate) {
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
        store(c0x0, c0x1, c, cOffset, j, first, second, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, j, first, second, accumulate);
        store(c2x0, c2x1, c, cOffset + 2 * cRow, j, first, second, accumulate);
        store(c3x0, c3x1, c, cOffset + 3 * cRow, j, first, second, accumulate);
        store(c4x0, c4x1, c, cOffset + 4 * cRow, j, first, second, accumulate);
        store(c5x0, c5x1, c, cOffset + 5 * cRow, j, first, second, accumulate);
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
            int j,
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
        store(c0x0, c0x1, c, cOffset, j, first, second, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, j, first, second, accumulate);
        store(c2x0, c2x1, c, cOffset + 2 * cRow, j, first, second, accumulate);
        store(c3x0, c3x1, c, cOffset + 3 * cRow, j, first, second, accumulate);
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
            int j,
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
        store(c0x0, c0x1, c, cOffset, j, first, second, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, j, first, second, accumulate);
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
            int j,
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
        store(c0x0, c0x1, c, cOffset, j, first, second, accumulate);
    }

    private static void store(
            FloatVector v0, FloatVector v1, float[] c, int row, int j, int first, int second, boolean accumulate) {
        if (accumulate) {
            add(v0, c, row + first, j - first);
            add(v1, c, row + second, j + L - second);
        } else {
            v0.intoArray(c, row + first);
            v1.intoArray(c, row + second);
        }
    }

    /** Adds all lanes but the first {@code done}, which an earlier vector has added. */
    private static void add(FloatVector v, float[] c, int at, int done) {
        FloatVector old = FloatVector.fromArray(S, c, at);
        VectorMask<Float> rest = LANE.compare(VectorOperators.GE, (float) done);
        old.blend(old.add(v), rest).intoArray(c, at);
    }
}
