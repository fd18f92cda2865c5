package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} for one row of A and contiguous rows of B of at least one vector: eight vectors of
 * columns at a time, then four, of which the last ones are pushed back to end at the last column.
 */
final class VectorTimesMatrix {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

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
        if (accumulate) {
            for (; j < n; j += 2 * L) {
                int first = Math.min(j, n - L);
                int second = Math.min(j + L, n - L);
                DirectTiles.add1(k, a, aOffset, aColumn, b, bOffset, bRow, c, cOffset, j, first, second);
            }
        }
        for (; j < n; j += 4 * L) {
            vectors4(k, a, aOffset, aColumn, b, bOffset, bRow, c, cOffset, n, j);
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
        if (accumulate) {
            FloatVector.fromArray(S, c, at).add(c0).intoArray(c, at);
            FloatVector.fromArray(S, c, at + L).add(c1).intoArray(c, at + L);
            FloatVector.fromArray(S, c, at + 2 * L).add(c2).intoArray(c, at + 2 * L);
            FloatVector.fromArray(S, c, at + 3 * L).add(c3).intoArray(c, at + 3 * L);
            FloatVector.fromArray(S, c, at + 4 * L).add(c4).intoArray(c, at + 4 * L);
            FloatVector.fromArray(S, c, at + 5 * L).add(c5).intoArray(c, at + 5 * L);
            FloatVector.fromArray(S, c, at + 6 * L).add(c6).intoArray(c, at + 6 * L);
            FloatVector.fromArray(S, c, at + 7 * L).add(c7).intoArray(c, at + 7 * L);
        } else {
            c0.intoArray(c, at);
            c1.intoArray(c, at + L);
            c2.intoArray(c, at + 2 * L);
            c3.intoArray(c, at + 3 * L);
            c4.intoArray(c, at + 4 * L);
            c5.intoArray(c, at + 5 * L);
            c6.intoArray(c, at + 6 * L);
            c7.intoArray(c, at + 7 * L);
        }
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
            int j) {
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
        c0.intoArray(c, cOffset + j0);
        c1.intoArray(c, cOffset + j1);
        c2.intoArray(c, cOffset + j2);
        c3.intoArray(c, cOffset + j3);
    }
}
