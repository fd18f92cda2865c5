package dev.leibniz.runtime.kernel;

import static java.lang.invoke.VarHandle.loadLoadFence;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of {@link VectorMatMul} on panels two vectors wide: every element of C is one chain of fused
 * multiply-adds over k, from 0, kept in a local variable. All indices are affine in the loop variable with constant
 * factors, which is what lets the JIT move the bounds checks out of the loop; the heights are those it can hold in
 * registers, measured. Two steps a turn where their number is even: with a step behind the loop, the JIT of JDK 17 allocates vectors.
 *
 * <p>In the tallest tiles for 16 registers, fences keep the JIT from loading early what it then has no register for. They are no
 * instructions, and order nothing that another thread could see.
 */
final class WideTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private WideTiles() {}

    /** C[height, 2L] = A · B or C += A · B for packed panels of 8, 6, 5, 4 or 2 rows and of k steps. */
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
            v = FloatVector.broadcast(S, a[a0 + p * 8]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 4]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 5]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 6]);
            c6x0 = v.fma(b0, c6x0);
            c6x1 = v.fma(b1, c6x1);
            v = FloatVector.broadcast(S, a[a0 + p * 8 + 7]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 6]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 4]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 5]);
            c5x0 = v.fma(b0, c5x0);
            c5x1 = v.fma(b1, c5x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 6]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 7]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 8]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 9]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 10]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 11]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 6]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 4]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 6 + 5]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 5]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 4]);
            c4x0 = v.fma(b0, c4x0);
            c4x1 = v.fma(b1, c4x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 5]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 6]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 7]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 8]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 9]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 5]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 5 + 4]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 4]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 3]);
            c3x0 = v.fma(b0, c3x0);
            c3x1 = v.fma(b1, c3x1);
            loadLoadFence();
            b0 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 2 * L);
            b1 = FloatVector.fromArray(S, b, bOffset + p * (2 * L) + 3 * L);
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 4]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 5]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 6]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 7]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 4]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 1]);
            c1x0 = v.fma(b0, c1x0);
            c1x1 = v.fma(b1, c1x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 2]);
            c2x0 = v.fma(b0, c2x0);
            c2x1 = v.fma(b1, c2x1);
            loadLoadFence();
            v = FloatVector.broadcast(S, a[a0 + p * 4 + 3]);
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
            v = FloatVector.broadcast(S, a[a0 + p * 2]);
            c0x0 = v.fma(b0, c0x0);
            c0x1 = v.fma(b1, c0x1);
            v = FloatVector.broadcast(S, a[a0 + p * 2 + 1]);
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
