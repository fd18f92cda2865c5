package dev.leibniz.runtime.kernel;

import java.util.Arrays;

/**
 * Matrix products in plain Java.
 */
public final class PlainMatMul {
    private PlainMatMul() {}

    /** Elements of scratch memory that such a product needs, and one of fewer rows too. */
    public static int scratchLength(int m, int n, int k) {
        return 0;
    }

    /**
     * C[m, n] = A[m, k] · B[k, n], or C += A · B. Element (i, j) of a matrix lies at offset + i·row + j·column; A and B may have
     * any strides, 0 included; those of C are {@code cRow} and 1, and C may overlap neither operand. The bits of a row of C
     * do not depend on the other rows, so a caller may split the rows as it likes.
     *
     * @param accumulate whether to add to what C holds, which is overwritten otherwise, for k = 0 with zeros
     * @param scratch holds at least {@link #scratchLength} elements from {@code scratchOffset}, which are overwritten
     */
    public static void multiply(
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
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * cRow;
            if (!accumulate) {
                Arrays.fill(c, row, row + n, 0);
            }
            for (int p = 0; p < k; p++) {
                float factor = a[aOffset + i * aRow + p * aColumn];
                int from = bOffset + p * bRow;
                for (int j = 0; j < n; j++) {
                    c[row + j] += factor * b[from + j * bColumn];
                }
            }
        }
    }

    /**
     * C[m, n] = A[m, k] · B[k, n], or C += A · B. Element (i, j) of a matrix lies at offset + i·row + j·column; A and B may have
     * any strides, 0 included; those of C are {@code cRow} and 1, and C may overlap neither operand. The bits of a row of C
     * do not depend on the other rows, so a caller may split the rows as it likes.
     *
     * @param accumulate whether to add to what C holds, which is overwritten otherwise, for k = 0 with zeros
     * @param scratch holds at least {@link #scratchLength} elements from {@code scratchOffset}, which are overwritten
     */
    public static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            double[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * cRow;
            if (!accumulate) {
                Arrays.fill(c, row, row + n, 0);
            }
            for (int p = 0; p < k; p++) {
                double factor = a[aOffset + i * aRow + p * aColumn];
                int from = bOffset + p * bRow;
                for (int j = 0; j < n; j++) {
                    c[row + j] += factor * b[from + j * bColumn];
                }
            }
        }
    }
}
