package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} for one row of A and contiguous rows of B of at least one vector: eight vectors of
 * columns at a time, then four, of which the last ones are pushed back to end at the last column.
 */
final class VectorTimesMatrix {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final FloatVector LANE = FloatVector.zero(S).addIndex(1);

    private VectorTimesMatrix() {}

    /** c[n] = a[k] · B or c += a · B for k steps, n at least one vector. */
    static void multiply(
            int n,
            int k,
            float[] a,
            int aOffset,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            boolean accumulate) {
        int j = 0;
        for (; j + 8 * L <= n; j += 8 * L) {
            vectors8(k, a, aOffset, aColumn, b, bOffset + j, bRow, c, cOffset + j, accumulate);
        }
        for (; j < n; j += 4 * L) {
            vectors4(k, a, aOffset, aColumn, b, bOffset, bRow, c, cOffset, n, j, accumulate);
        }
    }

    private static void vectors8(
            int k,
            float[] a,
            int aOffset,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int at,
            boolean accumulate) {
        FloatVector c0 = FloatVector.zero(S);
        FloatVector c1 = FloatVector.zero(S);
        FloatVector c2 = FloatVector.zero(S);
        FloatVector c3 = FloatVector.zero(S);
        FloatVector c4 = FloatVector.zero(S);
        FloatVector c5 = FloatVector.zero(S);
        FloatVector c6 = FloatVector.zero(S);
        FloatVector c7 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(S, a[aOffset + p * aColumn]);
            int row = bOffset + p * bRow;
            c0 = x.fma(FloatVector.fromArray(S, b, row), c0);
            c1 = x.fma(FloatVector.fromArray(S, b, row + L), c1);
            c2 = x.fma(FloatVector.fromArray(S, b, row + 2 * L), c2);
            c3 = x.fma(FloatVector.fromArray(S, b, row + 3 * L), c3);
            c4 = x.fma(FloatVector.fromArray(S, b, row + 4 * L), c4);
            c5 = x.fma(FloatVector.fromArray(S, b, row + 5 * L), c5);
            c6 = x.fma(FloatVector.fromArray(S, b, row + 6 * L), c6);
            c7 = x.fma(FloatVector.fromArray(S, b, row + 7 * L), c7);
        }
        store(c0, c, at, 0, accumulate);
        store(c1, c, at + L, 0, accumulate);
        store(c2, c, at + 2 * L, 0, accumulate);
        store(c3, c, at + 3 * L, 0, accumulate);
        store(c4, c, at + 4 * L, 0, accumulate);
        store(c5, c, at + 5 * L, 0, accumulate);
        store(c6, c, at + 6 * L, 0, accumulate);
        store(c7, c, at + 7 * L, 0, accumulate);
    }

    private static void vectors4(
            int k,
            float[] a,
            int aOffset,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int n,
            int j,
            boolean accumulate) {
        int j0 = Math.min(j, n - L);
        int j1 = Math.min(j + L, n - L);
        int j2 = Math.min(j + 2 * L, n - L);
        int j3 = Math.min(j + 3 * L, n - L);
        FloatVector c0 = FloatVector.zero(S);
        FloatVector c1 = FloatVector.zero(S);
        FloatVector c2 = FloatVector.zero(S);
        FloatVector c3 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector x = FloatVector.broadcast(S, a[aOffset + p * aColumn]);
            int row = bOffset + p * bRow;
            c0 = x.fma(FloatVector.fromArray(S, b, row + j0), c0);
            c1 = x.fma(FloatVector.fromArray(S, b, row + j1), c1);
            c2 = x.fma(FloatVector.fromArray(S, b, row + j2), c2);
            c3 = x.fma(FloatVector.fromArray(S, b, row + j3), c3);
        }
        store(c0, c, cOffset + j0, j - j0, accumulate);
        store(c1, c, cOffset + j1, j + L - j1, accumulate);
        store(c2, c, cOffset + j2, j + 2 * L - j2, accumulate);
        store(c3, c, cOffset + j3, j + 3 * L - j3, accumulate);
    }

    /** Writes the vector, or adds all its lanes but the first {@code done}, which an earlier vector has added. */
    private static void store(FloatVector v, float[] c, int at, int done, boolean accumulate) {
        if (!accumulate) {
            v.intoArray(c, at);
            return;
        }
        FloatVector old = FloatVector.fromArray(S, c, at);
        VectorMask<Float> rest = LANE.compare(VectorOperators.GE, (float) done);
        old.blend(old.add(v), rest).intoArray(c, at);
    }
}
