package dev.leibniz.runtime.kernel;

/**
 * The inner loops of {@link VectorMatMul} for what is too small or too narrow for vectors, with any strides: the same
 * chains of fused multiply-adds, eight at a time, so the same bits.
 */
final class ScalarTiles {
    private ScalarTiles() {}

    /** C[m, n] = A · B or C += A · B for k steps. */
    static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            int bColumn,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate) {
        for (int i = 0; i < m; i++) {
            int ai = aOffset + i * aRow;
            int ci = cOffset + i * cRow;
            int j = 0;
            for (; j + 8 <= n; j += 8) {
                int bj = bOffset + j * bColumn;
                if (aColumn == 1 && bRow == 1) {
                    contiguous8(k, a, ai, b, bj, bColumn, c, ci + j, accumulate);
                } else {
                    columns8(k, a, ai, aColumn, b, bj, bRow, bColumn, c, ci + j, accumulate);
                }
            }
            for (; j < n; j++) {
                float sum = 0;
                int bj = bOffset + j * bColumn;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[ai + p * aColumn], b[bj + p * bRow], sum);
                }
                store(sum, c, ci + j, accumulate);
            }
        }
    }

    private static void columns8(
            int k,
            float[] a,
            int a0,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            int bColumn,
            float[] c,
            int at,
            boolean accumulate) {
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        float c4 = 0;
        float c5 = 0;
        float c6 = 0;
        float c7 = 0;
        int b1 = b0 + bColumn;
        int b2 = b1 + bColumn;
        int b3 = b2 + bColumn;
        int b4 = b3 + bColumn;
        int b5 = b4 + bColumn;
        int b6 = b5 + bColumn;
        int b7 = b6 + bColumn;
        for (int p = 0; p < k; p++) {
            float x = a[a0 + p * aColumn];
            int step = p * bRow;
            c0 = Math.fma(x, b[b0 + step], c0);
            c1 = Math.fma(x, b[b1 + step], c1);
            c2 = Math.fma(x, b[b2 + step], c2);
            c3 = Math.fma(x, b[b3 + step], c3);
            c4 = Math.fma(x, b[b4 + step], c4);
            c5 = Math.fma(x, b[b5 + step], c5);
            c6 = Math.fma(x, b[b6 + step], c6);
            c7 = Math.fma(x, b[b7 + step], c7);
        }
        store(c0, c, at, accumulate);
        store(c1, c, at + 1, accumulate);
        store(c2, c, at + 2, accumulate);
        store(c3, c, at + 3, accumulate);
        store(c4, c, at + 4, accumulate);
        store(c5, c, at + 5, accumulate);
        store(c6, c, at + 6, accumulate);
        store(c7, c, at + 7, accumulate);
    }

    /** The same with unit strides along k, for which the JIT moves the bounds checks out of the loop. */
    private static void contiguous8(
            int k, float[] a, int a0, float[] b, int b0, int bColumn, float[] c, int at, boolean accumulate) {
        float c0 = 0;
        float c1 = 0;
        float c2 = 0;
        float c3 = 0;
        float c4 = 0;
        float c5 = 0;
        float c6 = 0;
        float c7 = 0;
        int b1 = b0 + bColumn;
        int b2 = b1 + bColumn;
        int b3 = b2 + bColumn;
        int b4 = b3 + bColumn;
        int b5 = b4 + bColumn;
        int b6 = b5 + bColumn;
        int b7 = b6 + bColumn;
        for (int p = 0; p < k; p++) {
            float x = a[a0 + p];
            c0 = Math.fma(x, b[b0 + p], c0);
            c1 = Math.fma(x, b[b1 + p], c1);
            c2 = Math.fma(x, b[b2 + p], c2);
            c3 = Math.fma(x, b[b3 + p], c3);
            c4 = Math.fma(x, b[b4 + p], c4);
            c5 = Math.fma(x, b[b5 + p], c5);
            c6 = Math.fma(x, b[b6 + p], c6);
            c7 = Math.fma(x, b[b7 + p], c7);
        }
        store(c0, c, at, accumulate);
        store(c1, c, at + 1, accumulate);
        store(c2, c, at + 2, accumulate);
        store(c3, c, at + 3, accumulate);
        store(c4, c, at + 4, accumulate);
        store(c5, c, at + 5, accumulate);
        store(c6, c, at + 6, accumulate);
        store(c7, c, at + 7, accumulate);
    }

    private static void store(float sum, float[] c, int at, boolean accumulate) {
        c[at] = accumulate ? c[at] + sum : sum;
    }
}
