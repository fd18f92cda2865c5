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
            FloatVector.fromArray(S, c, cOffset + 8 * cRow).add(c8x0).intoArray(c, cOffset + 8 * cRow);
            FloatVector.fromArray(S, c, cOffset + 8 * cRow + L).add(c8x1).intoArray(c, cOffset + 8 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 9 * cRow).add(c9x0).intoArray(c, cOffset + 9 * cRow);
            FloatVector.fromArray(S, c, cOffset + 9 * cRow + L).add(c9x1).intoArray(c, cOffset + 9 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 10 * cRow).add(c10x0).intoArray(c, cOffset + 10 * cRow);
            FloatVector.fromArray(S, c, cOffset + 10 * cRow + L).add(c10x1).intoArray(c, cOffset + 10 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 11 * cRow).add(c11x0).intoArray(c, cOffset + 11 * cRow);
            FloatVector.fromArray(S, c, cOffset + 11 * cRow + L).add(c11x1).intoArray(c, cOffset + 11 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 12 * cRow).add(c12x0).intoArray(c, cOffset + 12 * cRow);
            FloatVector.fromArray(S, c, cOffset + 12 * cRow + L).add(c12x1).intoArray(c, cOffset + 12 * cRow + L);
            FloatVector.fromArray(S, c, cOffset + 13 * cRow).add(c13x0).intoArray(c, cOffset + 13 * cRow);
            FloatVector.fromArray(S, c, cOffset + 13 * cRow + L).add(c13x1).intoArray(c, cOffset + 13 * cRow + L);
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
            c8x0.intoArray(c, cOffset + 8 * cRow);
            c8x1.intoArray(c, cOffset + 8 * cRow + L);
            c9x0.intoArray(c, cOffset + 9 * cRow);
            c9x1.intoArray(c, cOffset + 9 * cRow + L);
            c10x0.intoArray(c, cOffset + 10 * cRow);
            c10x1.intoArray(c, cOffset + 10 * cRow + L);
            c11x0.intoArray(c, cOffset + 11 * cRow);
            c11x1.intoArray(c, cOffset + 11 * cRow + L);
            c12x0.intoArray(c, cOffset + 12 * cRow);
            c12x1.intoArray(c, cOffset + 12 * cRow + L);
            c13x0.intoArray(c, cOffset + 13 * cRow);
            c13x1.intoArray(c, cOffset + 13 * cRow + L);
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
