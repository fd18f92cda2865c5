package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} on panels two vectors wide: every element of C is one chain of fused
 * multiply-adds over k, from 0, kept in a local variable. All indices are affine in the loop variable with constant
 * factors, which is what lets the JIT move the bounds checks out of the loop; the heights are those it can hold in
 * registers, measured.
 */
final class WideTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private WideTiles() {}

    /** C[height, width] = A · B or C += A · B for packed panels of 14 8 4 2 rows and of k steps. */
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
            case 14 -> rows14(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 8 -> rows8(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 4 -> rows4(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            case 2 -> rows2(k, a, aOffset, b, bOffset, c, cOffset, cRow, accumulate);
            default -> throw new IllegalArgumentException("no tile of height " + height);
        }
    }

    private static void rows14(
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
        FloatVector c8x0 = FloatVector.zero(S);
        FloatVector c8x1 = FloatVector.zero(S);
        FloatVector c9x0 = FloatVector.zero(S);
        FloatVector c9x1 = FloatVector.zero(S);
        FloatVector c10x0 = FloatVector.zero(S);
        FloatVector c10x1 = FloatVector.zero(S);
        FloatVector c11x0 = FloatVector.zero(S);
        FloatVector c11x1 = FloatVector.zero(S);
        FloatVector c12x0 = FloatVector.zero(S);
        FloatVector c12x1 = FloatVector.zero(S);
        FloatVector c13x0 = FloatVector.zero(S);
        FloatVector c13x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            FloatVector b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 14]);
            c0x0 = a0.fma(b0, c0x0);
            c0x1 = a0.fma(b1, c0x1);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 14 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            c1x1 = a1.fma(b1, c1x1);
            FloatVector a2 = FloatVector.broadcast(S, a[aOffset + p * 14 + 2]);
            c2x0 = a2.fma(b0, c2x0);
            c2x1 = a2.fma(b1, c2x1);
            FloatVector a3 = FloatVector.broadcast(S, a[aOffset + p * 14 + 3]);
            c3x0 = a3.fma(b0, c3x0);
            c3x1 = a3.fma(b1, c3x1);
            FloatVector a4 = FloatVector.broadcast(S, a[aOffset + p * 14 + 4]);
            c4x0 = a4.fma(b0, c4x0);
            c4x1 = a4.fma(b1, c4x1);
            FloatVector a5 = FloatVector.broadcast(S, a[aOffset + p * 14 + 5]);
            c5x0 = a5.fma(b0, c5x0);
            c5x1 = a5.fma(b1, c5x1);
            FloatVector a6 = FloatVector.broadcast(S, a[aOffset + p * 14 + 6]);
            c6x0 = a6.fma(b0, c6x0);
            c6x1 = a6.fma(b1, c6x1);
            FloatVector a7 = FloatVector.broadcast(S, a[aOffset + p * 14 + 7]);
            c7x0 = a7.fma(b0, c7x0);
            c7x1 = a7.fma(b1, c7x1);
            FloatVector a8 = FloatVector.broadcast(S, a[aOffset + p * 14 + 8]);
            c8x0 = a8.fma(b0, c8x0);
            c8x1 = a8.fma(b1, c8x1);
            FloatVector a9 = FloatVector.broadcast(S, a[aOffset + p * 14 + 9]);
            c9x0 = a9.fma(b0, c9x0);
            c9x1 = a9.fma(b1, c9x1);
            FloatVector a10 = FloatVector.broadcast(S, a[aOffset + p * 14 + 10]);
            c10x0 = a10.fma(b0, c10x0);
            c10x1 = a10.fma(b1, c10x1);
            FloatVector a11 = FloatVector.broadcast(S, a[aOffset + p * 14 + 11]);
            c11x0 = a11.fma(b0, c11x0);
            c11x1 = a11.fma(b1, c11x1);
            FloatVector a12 = FloatVector.broadcast(S, a[aOffset + p * 14 + 12]);
            c12x0 = a12.fma(b0, c12x0);
            c12x1 = a12.fma(b1, c12x1);
            FloatVector a13 = FloatVector.broadcast(S, a[aOffset + p * 14 + 13]);
            c13x0 = a13.fma(b0, c13x0);
            c13x1 = a13.fma(b1, c13x1);
        }
        store(c0x0, c0x1, c, cOffset, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, accumulate);
        store(c2x0, c2x1, c, cOffset + 2 * cRow, accumulate);
        store(c3x0, c3x1, c, cOffset + 3 * cRow, accumulate);
        store(c4x0, c4x1, c, cOffset + 4 * cRow, accumulate);
        store(c5x0, c5x1, c, cOffset + 5 * cRow, accumulate);
        store(c6x0, c6x1, c, cOffset + 6 * cRow, accumulate);
        store(c7x0, c7x1, c, cOffset + 7 * cRow, accumulate);
        store(c8x0, c8x1, c, cOffset + 8 * cRow, accumulate);
        store(c9x0, c9x1, c, cOffset + 9 * cRow, accumulate);
        store(c10x0, c10x1, c, cOffset + 10 * cRow, accumulate);
        store(c11x0, c11x1, c, cOffset + 11 * cRow, accumulate);
        store(c12x0, c12x1, c, cOffset + 12 * cRow, accumulate);
        store(c13x0, c13x1, c, cOffset + 13 * cRow, accumulate);
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
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            FloatVector b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 8]);
            c0x0 = a0.fma(b0, c0x0);
            c0x1 = a0.fma(b1, c0x1);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 8 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            c1x1 = a1.fma(b1, c1x1);
            FloatVector a2 = FloatVector.broadcast(S, a[aOffset + p * 8 + 2]);
            c2x0 = a2.fma(b0, c2x0);
            c2x1 = a2.fma(b1, c2x1);
            FloatVector a3 = FloatVector.broadcast(S, a[aOffset + p * 8 + 3]);
            c3x0 = a3.fma(b0, c3x0);
            c3x1 = a3.fma(b1, c3x1);
            FloatVector a4 = FloatVector.broadcast(S, a[aOffset + p * 8 + 4]);
            c4x0 = a4.fma(b0, c4x0);
            c4x1 = a4.fma(b1, c4x1);
            FloatVector a5 = FloatVector.broadcast(S, a[aOffset + p * 8 + 5]);
            c5x0 = a5.fma(b0, c5x0);
            c5x1 = a5.fma(b1, c5x1);
            FloatVector a6 = FloatVector.broadcast(S, a[aOffset + p * 8 + 6]);
            c6x0 = a6.fma(b0, c6x0);
            c6x1 = a6.fma(b1, c6x1);
            FloatVector a7 = FloatVector.broadcast(S, a[aOffset + p * 8 + 7]);
            c7x0 = a7.fma(b0, c7x0);
            c7x1 = a7.fma(b1, c7x1);
        }
        store(c0x0, c0x1, c, cOffset, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, accumulate);
        store(c2x0, c2x1, c, cOffset + 2 * cRow, accumulate);
        store(c3x0, c3x1, c, cOffset + 3 * cRow, accumulate);
        store(c4x0, c4x1, c, cOffset + 4 * cRow, accumulate);
        store(c5x0, c5x1, c, cOffset + 5 * cRow, accumulate);
        store(c6x0, c6x1, c, cOffset + 6 * cRow, accumulate);
        store(c7x0, c7x1, c, cOffset + 7 * cRow, accumulate);
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
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        FloatVector c2x0 = FloatVector.zero(S);
        FloatVector c2x1 = FloatVector.zero(S);
        FloatVector c3x0 = FloatVector.zero(S);
        FloatVector c3x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            FloatVector b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 4]);
            c0x0 = a0.fma(b0, c0x0);
            c0x1 = a0.fma(b1, c0x1);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 4 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            c1x1 = a1.fma(b1, c1x1);
            FloatVector a2 = FloatVector.broadcast(S, a[aOffset + p * 4 + 2]);
            c2x0 = a2.fma(b0, c2x0);
            c2x1 = a2.fma(b1, c2x1);
            FloatVector a3 = FloatVector.broadcast(S, a[aOffset + p * 4 + 3]);
            c3x0 = a3.fma(b0, c3x0);
            c3x1 = a3.fma(b1, c3x1);
        }
        store(c0x0, c0x1, c, cOffset, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, accumulate);
        store(c2x0, c2x1, c, cOffset + 2 * cRow, accumulate);
        store(c3x0, c3x1, c, cOffset + 3 * cRow, accumulate);
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
        FloatVector c0x1 = FloatVector.zero(S);
        FloatVector c1x0 = FloatVector.zero(S);
        FloatVector c1x1 = FloatVector.zero(S);
        for (int p = 0; p < k; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L));
            FloatVector b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + L);
            FloatVector a0 = FloatVector.broadcast(S, a[aOffset + p * 2]);
            c0x0 = a0.fma(b0, c0x0);
            c0x1 = a0.fma(b1, c0x1);
            FloatVector a1 = FloatVector.broadcast(S, a[aOffset + p * 2 + 1]);
            c1x0 = a1.fma(b0, c1x0);
            c1x1 = a1.fma(b1, c1x1);
        }
        store(c0x0, c0x1, c, cOffset, accumulate);
        store(c1x0, c1x1, c, cOffset + cRow, accumulate);
    }

    private static void store(FloatVector v0, FloatVector v1, float[] c, int at, boolean accumulate) {
        if (accumulate) {
            FloatVector.fromArray(S, c, at).add(v0).intoArray(c, at);
            FloatVector.fromArray(S, c, at + L).add(v1).intoArray(c, at + L);
        } else {
            v0.intoArray(c, at);
            v1.intoArray(c, at + L);
        }
    }
}
