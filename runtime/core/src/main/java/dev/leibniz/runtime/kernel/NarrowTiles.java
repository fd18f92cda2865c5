package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same as {@link WideTiles} on panels one vector wide, for the last columns and for narrow matrices.
 */
final class NarrowTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private NarrowTiles() {}

    /** C[height, width] = A · B or C += A · B for packed panels of 8, 4 or 2 rows and of k steps. */
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
        switch (height) {
            case 8 -> rows8(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 4 -> rows4(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 2 -> rows2(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            default -> throw new IllegalArgumentException("no tile of height " + height);
        }
    }

    private static void rows8(
            int k,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c4x0 = FloatVector.zero(S);
        FloatVector c5x0 = FloatVector.zero(S);
        FloatVector c6x0 = FloatVector.zero(S);
        FloatVector c7x0 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 8]);
            c0x0 = a0.fma(b0, c0x0);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 8 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            FloatVector a2 = FloatVector.broadcast(S, a[aOffset + p * 8 + 2]);
            c2x0 = a2.fma(b0, c2x0);
            FloatVector a3 = FloatVector.broadcast(S, a[aOffset + p * 8 + 3]);
            c3x0 = a3.fma(b0, c3x0);
            FloatVector a4 = FloatVector.broadcast(S, a[aOffset + p * 8 + 4]);
            c4x0 = a4.fma(b0, c4x0);
            FloatVector a5 = FloatVector.broadcast(S, a[aOffset + p * 8 + 5]);
            c5x0 = a5.fma(b0, c5x0);
            FloatVector a6 = FloatVector.broadcast(S, a[aOffset + p * 8 + 6]);
            c6x0 = a6.fma(b0, c6x0);
            FloatVector a7 = FloatVector.broadcast(S, a[aOffset + p * 8 + 7]);
            c7x0 = a7.fma(b0, c7x0);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
            FloatVector.fromArray(S, c, cOffset + 4 * cRow).add(c4x0).intoArray(c, cOffset + 4 * cRow);
            FloatVector.fromArray(S, c, cOffset + 5 * cRow).add(c5x0).intoArray(c, cOffset + 5 * cRow);
            FloatVector.fromArray(S, c, cOffset + 6 * cRow).add(c6x0).intoArray(c, cOffset + 6 * cRow);
            FloatVector.fromArray(S, c, cOffset + 7 * cRow).add(c7x0).intoArray(c, cOffset + 7 * cRow);
        } else {
            c0x0.intoArray(c, cOffset);
            c1x0.intoArray(c, cOffset + cRow);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c3x0.intoArray(c, cOffset + 3 * cRow);
            c4x0.intoArray(c, cOffset + 4 * cRow);
            c5x0.intoArray(c, cOffset + 5 * cRow);
            c6x0.intoArray(c, cOffset + 6 * cRow);
            c7x0.intoArray(c, cOffset + 7 * cRow);
        }
    }

    private static void rows4(
            int k,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 4]);
            c0x0 = a0.fma(b0, c0x0);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 4 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            FloatVector a2 = FloatVector.broadcast(S, a[aOffset + p * 4 + 2]);
            c2x0 = a2.fma(b0, c2x0);
            FloatVector a3 = FloatVector.broadcast(S, a[aOffset + p * 4 + 3]);
            c3x0 = a3.fma(b0, c3x0);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
            FloatVector.fromArray(S, c, cOffset + 2 * cRow).add(c2x0).intoArray(c, cOffset + 2 * cRow);
            FloatVector.fromArray(S, c, cOffset + 3 * cRow).add(c3x0).intoArray(c, cOffset + 3 * cRow);
        } else {
            c0x0.intoArray(c, cOffset);
            c1x0.intoArray(c, cOffset + cRow);
            c2x0.intoArray(c, cOffset + 2 * cRow);
            c3x0.intoArray(c, cOffset + 3 * cRow);
        }
    }

    private static void rows2(
            int k,
            float[] a,
            int aOffset,
            float[] b,
            int bOffset,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        FloatVector c0x0 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 2]);
            c0x0 = a0.fma(b0, c0x0);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 2 + 1]);
            c1x0 = a1.fma(b0, c1x0);
        }
        if (accumulate) {
            FloatVector.fromArray(S, c, cOffset).add(c0x0).intoArray(c, cOffset);
            FloatVector.fromArray(S, c, cOffset + cRow).add(c1x0).intoArray(c, cOffset + cRow);
        } else {
            c0x0.intoArray(c, cOffset);
            c1x0.intoArray(c, cOffset + cRow);
        }
    }
}
