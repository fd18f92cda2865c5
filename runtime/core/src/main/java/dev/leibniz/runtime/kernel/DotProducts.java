package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loop of {@link VectorMatMul} for one column: dot products of contiguous rows of A with a contiguous vector, in
 * four vectors of partial sums, which are added pairwise in a fixed order.
 */
final class DotProducts {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private DotProducts() {}

    /** c[i] = Σₚ a[i, p] · b[p], or c[i] += that. */
    static void multiply(
            int m,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m; i++) {
            float sum = dot(k, a, aOffset + i * aRow, b, bOffset, scratch, scratchOffset);
            int at = cOffset + i * cRow;
            c[at] = accumulate ? c[at] + sum : sum;
        }
    }

    private static float dot(
            int k, float[] a, int aOffset, float[] b, int bOffset, float[] scratch, int scratchOffset) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        int p = 0;
        for (; p + 4 * L <= k; p += 4 * L) {
            s0 = FloatVector.fromArray(S, a, aOffset + p).fma(FloatVector.fromArray(S, b, bOffset + p), s0);
            s1 = FloatVector.fromArray(S, a, aOffset + p + L).fma(FloatVector.fromArray(S, b, bOffset + p + L), s1);
            s2 = FloatVector.fromArray(S, a, aOffset + p + 2 * L)
                    .fma(FloatVector.fromArray(S, b, bOffset + p + 2 * L), s2);
            s3 = FloatVector.fromArray(S, a, aOffset + p + 3 * L)
                    .fma(FloatVector.fromArray(S, b, bOffset + p + 3 * L), s3);
        }
        for (; p + L <= k; p += L) {
            s0 = FloatVector.fromArray(S, a, aOffset + p).fma(FloatVector.fromArray(S, b, bOffset + p), s0);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(scratch, scratchOffset);
        float sum = VectorFunctions.sum(scratch, scratchOffset);
        for (; p < k; p++) {
            sum = Math.fma(a[aOffset + p], b[bOffset + p], sum);
        }
        return sum;
    }
}
