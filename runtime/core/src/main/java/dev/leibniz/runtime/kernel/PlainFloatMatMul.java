package dev.leibniz.runtime.kernel;

import java.util.Arrays;

/**
 * Matrix products of {@code float} in plain Java. Every element of C is the sum of its products in the order of k, beginning with
 * what C held or 0; all paths keep to this, so which one is taken shows in no bit.
 *
 * <p>C2 turns a loop into vector instructions only if all its indices differ by constants. So eight rows of B and one row of C are
 * copied to places of the scratch memory that lie a constant apart; the copies cost little against what they allow.
 */
final class PlainFloatMatMul {
    /** Columns of C and rows of C in one block. */
    private static final int COLUMNS = 512;

    private static final int ROWS = 64;

    /** Distance between copied rows: a block's columns, and some more so that rows do not fall into the same cache lines' sets. */
    private static final int STRIDE = COLUMNS + 16;

    /** Elements of scratch memory: a row of C and eight of B. */
    static final int SCRATCH = 9 * STRIDE;

    /** Behind them, if the operands are tensors, eight columns of A. */
    static final int TENSOR_SCRATCH = SCRATCH + 8 * ROWS;

    /** Fewer multiplications, columns, or rows where B is transposed, are not worth the copies. */
    static final int TINY = 512;

    static final int NARROW = 12;
    private static final int FEW_ROWS = 8;

    private PlainFloatMatMul() {}

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
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m && !accumulate; i++) {
            Arrays.fill(c, cOffset + i * cRow, cOffset + i * cRow + n, 0);
        }
        if (n < NARROW || (long) m * n * k <= TINY || bColumn != 1 && m < FEW_ROWS) {
            dotProducts(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, c, cOffset, cRow);
            return;
        }
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(m - i, ROWS);
            for (int j = 0; j < n; j += COLUMNS) {
                int columns = Math.min(n - j, COLUMNS);
                int bj = bOffset + j * bColumn;
                int ci = cOffset + i * cRow + j;
                for (int p = 0; p < k; p += 8) {
                    int steps = Math.min(k - p, 8);
                    copyRows(columns, steps, b, bj + p * bRow, bRow, bColumn, scratch, scratchOffset + STRIDE);
                    int ai = aOffset + i * aRow + p * aColumn;
                    block(rows, columns, steps, a, ai, aRow, aColumn, c, ci, cRow, scratch, scratchOffset);
                }
            }
        }
    }

    /** The product of tensors: what it needs of A is copied, too. */
    static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            Offsets aRows,
            int aFirst,
            Offsets aColumns,
            float[] b,
            int bOffset,
            Offsets bRows,
            Offsets bColumns,
            float[] c,
            int cOffset,
            int cRow,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m && !accumulate; i++) {
            Arrays.fill(c, cOffset + i * cRow, cOffset + i * cRow + n, 0);
        }
        int packedA = scratchOffset + SCRATCH;
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(m - i, ROWS);
            for (int j = 0; j < n; j += COLUMNS) {
                int columns = Math.min(n - j, COLUMNS);
                for (int p = 0; p < k; p += 8) {
                    int steps = Math.min(k - p, 8);
                    for (int q = 0; q < steps; q++) {
                        int row = scratchOffset + (q + 1) * STRIDE;
                        copyRow(columns, b, bOffset + bRows.at(p + q), bColumns, j, scratch, row);
                    }
                    for (int r = 0; r < rows; r++) {
                        int row = aOffset + aRows.at(aFirst + i + r);
                        copyRow(steps, a, row, aColumns, p, scratch, packedA + 8 * r);
                    }
                    int ci = cOffset + i * cRow + j;
                    block(rows, columns, steps, scratch, packedA, 8, 1, c, ci, cRow, scratch, scratchOffset);
                }
            }
        }
    }

    private static void copyRow(
            int count, float[] source, int offset, Offsets columns, int first, float[] target, int targetOffset) {
        int end = Math.min(columns.runFrom(first), count);
        for (int j = 0; j < count; ) {
            int from = offset + columns.at(first + j) - j;
            for (; j < end; j++) {
                target[targetOffset + j] = source[from + j];
            }
            end = Math.min(j + columns.run(), count);
        }
    }

    private static void copyRows(
            int columns, int rows, float[] b, int bOffset, int bRow, int bColumn, float[] target, int targetOffset) {
        if (bColumn == 1) {
            for (int p = 0; p < rows; p++) {
                System.arraycopy(b, bOffset + p * bRow, target, targetOffset + p * STRIDE, columns);
            }
            return;
        }
        for (int j = 0; j < columns; j++) {
            int from = bOffset + j * bColumn;
            int to = targetOffset + j;
            for (int p = 0; p < rows; p++) {
                target[to + p * STRIDE] = b[from + p * bRow];
            }
        }
    }

    /** C += A · B for the rows of B in the scratch memory, of which there are eight or, at the end, fewer. */
    private static void block(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] c,
            int cOffset,
            int cRow,
            float[] scratch,
            int scratchOffset) {
        for (int i = 0; i < m; i++) {
            int ai = aOffset + i * aRow;
            int ci = cOffset + i * cRow;
            if (k < 8) {
                for (int p = 0; p < k; p++) {
                    addRow(n, a[ai + p * aColumn], scratch, scratchOffset + (p + 1) * STRIDE, c, ci);
                }
                continue;
            }
            System.arraycopy(c, ci, scratch, scratchOffset, n);
            addEightRows(
                    n,
                    a[ai],
                    a[ai + aColumn],
                    a[ai + 2 * aColumn],
                    a[ai + 3 * aColumn],
                    a[ai + 4 * aColumn],
                    a[ai + 5 * aColumn],
                    a[ai + 6 * aColumn],
                    a[ai + 7 * aColumn],
                    scratch,
                    scratchOffset);
            System.arraycopy(scratch, scratchOffset, c, ci, n);
        }
    }

    private static void addEightRows(
            int n,
            float a0,
            float a1,
            float a2,
            float a3,
            float a4,
            float a5,
            float a6,
            float a7,
            float[] s,
            int offset) {
        int end = offset + n;
        // Two loops: C2 does not unroll longer ones far enough to fill a vector.
        for (int j = offset; j < end; j++) {
            s[j] = s[j] + a0 * s[j + STRIDE] + a1 * s[j + 2 * STRIDE] + a2 * s[j + 3 * STRIDE] + a3 * s[j + 4 * STRIDE];
        }
        for (int j = offset; j < end; j++) {
            s[j] = s[j]
                    + a4 * s[j + 5 * STRIDE]
                    + a5 * s[j + 6 * STRIDE]
                    + a6 * s[j + 7 * STRIDE]
                    + a7 * s[j + 8 * STRIDE];
        }
    }

    private static void addRow(int n, float factor, float[] b, int b0, float[] c, int ci) {
        for (int j = 0; j < n; j++) {
            c[ci + j] += factor * b[b0 + j];
        }
    }

    /** C += A · B for narrow C or few rows, four columns at a time. */
    private static void dotProducts(
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
            int cRow) {
        for (int i = 0; i < m; i++) {
            int ai = aOffset + i * aRow;
            int ci = cOffset + i * cRow;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                fourColumns(k, a, ai, aColumn, b, bOffset + j * bColumn, bRow, bColumn, c, ci + j);
            }
            for (; j < n; j++) {
                int bj = bOffset + j * bColumn;
                float sum = c[ci + j];
                for (int p = 0; p < k; p++) {
                    sum += a[ai + p * aColumn] * b[bj + p * bRow];
                }
                c[ci + j] = sum;
            }
        }
    }

    private static void fourColumns(
            int k, float[] a, int ai, int aColumn, float[] b, int b0, int bRow, int bColumn, float[] c, int at) {
        float c0 = c[at];
        float c1 = c[at + 1];
        float c2 = c[at + 2];
        float c3 = c[at + 3];
        int b1 = b0 + bColumn;
        int b2 = b1 + bColumn;
        int b3 = b2 + bColumn;
        for (int p = 0; p < k; p++) {
            float x = a[ai + p * aColumn];
            int step = p * bRow;
            c0 += x * b[b0 + step];
            c1 += x * b[b1 + step];
            c2 += x * b[b2 + step];
            c3 += x * b[b3 + step];
        }
        c[at] = c0;
        c[at + 1] = c1;
        c[at + 2] = c2;
        c[at + 3] = c3;
    }
}
