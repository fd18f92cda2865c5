package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products on SIMD vectors whose operands are tensors: panels are packed from where the elements lie, so that a convolution needs no copy of its windows. In
 * the order of {@link VectorMatMul}.
 */
final class TensorMatMul {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** Columns of the second operand, whichever that is, that are packed at once: so many stay in the second-level cache. */
    private static final int COLUMNS = 128;

    private TensorMatMul() {}

    static int scratchLength(int m, int n, int k) {
        return VectorMatMul.edgeLength()
                + Math.max(
                        VectorMatMul.blockLength(m, Math.min(n, COLUMNS), Math.min(k, VectorMatMul.STEPS)),
                        VectorMatMul.blockLength(n, Math.min(m, COLUMNS), Math.min(k, VectorMatMul.STEPS)));
    }

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
        // Cᵀ = Bᵀ · Aᵀ where neighbours in memory follow k in B, not its columns: rows are copied faster than they are
        // interleaved.
        boolean exchanged = bColumns.run() < L && bRows.run() >= L;
        packed(
                exchanged ? n : m,
                exchanged ? m : n,
                k,
                exchanged ? b : a,
                exchanged ? bOffset : aOffset,
                exchanged ? bColumns : aRows,
                exchanged ? 0 : aFirst,
                exchanged ? bRows : aColumns,
                exchanged ? a : b,
                exchanged ? aOffset : bOffset,
                exchanged ? aColumns : bRows,
                exchanged ? aRows : bColumns,
                exchanged ? aFirst : 0,
                c,
                cOffset,
                exchanged ? 1 : cRow,
                exchanged ? cRow : 1,
                accumulate,
                scratch,
                scratchOffset);
    }

    private static void packed(
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
            int bFirst,
            float[] c,
            int cOffset,
            int cRow,
            int cColumn,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        int packedB = scratchOffset + VectorMatMul.edgeLength();
        int packedA = packedB + VectorMatMul.roundUp(Math.min(n, COLUMNS)) * Math.min(k, VectorMatMul.STEPS);
        for (int j = 0; j < n; j += COLUMNS) {
            int columns = Math.min(n - j, COLUMNS);
            for (int p = 0; p < k; p += VectorMatMul.STEPS) {
                int steps = Math.min(k - p, VectorMatMul.STEPS);
                packColumns(columns, steps, b, bOffset, bRows, p, bColumns, bFirst + j, scratch, packedB);
                for (int i = 0; i < m; i += VectorMatMul.ROWS) {
                    int rows = Math.min(m - i, VectorMatMul.ROWS);
                    copyRows(rows, steps, a, aOffset, aRows, aFirst + i, aColumns, p, scratch, packedA);
                    VectorMatMul.byRows(
                            VectorMatMul.ROW_HEIGHT,
                            rows,
                            columns,
                            steps,
                            scratch,
                            packedA,
                            packedB,
                            scratchOffset,
                            c,
                            cOffset + i * cRow + j * cColumn,
                            cRow,
                            cColumn,
                            accumulate || p > 0);
                }
            }
        }
    }

    private static void copyRows(
            int rows,
            int steps,
            float[] a,
            int aOffset,
            Offsets aRows,
            int firstRow,
            Offsets aColumns,
            int firstStep,
            float[] target,
            int targetOffset) {
        for (int i = 0; i < rows; i++) {
            int from = aOffset + aRows.at(firstRow + i);
            int to = targetOffset + RowTiles.place(VectorMatMul.ROW_HEIGHT, i, steps);
            int end = Math.min(aColumns.runFrom(firstStep), steps);
            for (int p = 0; p < steps; ) {
                copy(end - p, a, from + aColumns.at(firstStep + p), target, to + p);
                p = end;
                end = Math.min(p + aColumns.run(), steps);
            }
        }
    }

    /** Whole vectors, of which the last one is pushed back to end with the last element. */
    private static void copy(int length, float[] source, int from, float[] target, int to) {
        if (length < L) {
            for (int p = 0; p < length; p++) {
                target[to + p] = source[from + p];
            }
            return;
        }
        int p = 0;
        for (; p + L <= length; p += L) {
            FloatVector.fromArray(S, source, from + p).intoArray(target, to + p);
        }
        if (p < length) {
            FloatVector.fromArray(S, source, from + length - L).intoArray(target, to + length - L);
        }
    }

    private static void packColumns(
            int columns,
            int steps,
            float[] b,
            int bOffset,
            Offsets bRows,
            int firstStep,
            Offsets bColumns,
            int firstColumn,
            float[] target,
            int targetOffset) {
        for (int j = 0; j < columns; j += L) {
            int lines = Math.min(L, columns - j);
            int line = firstColumn + j;
            int panel = j / VectorMatMul.WIDTH * VectorMatMul.WIDTH;
            int to = targetOffset + panel * steps + j - panel;
            if (lines == L && bColumns.runFrom(line) >= L) {
                int from = bOffset + bColumns.at(line);
                for (int p = 0; p < steps; p++) {
                    FloatVector.fromArray(S, b, from + bRows.at(firstStep + p))
                            .intoArray(target, to + p * VectorMatMul.WIDTH);
                }
            } else if (lines == L && bColumns.isEven(line, L)) {
                int across = bColumns.at(line + 1) - bColumns.at(line);
                for (int p = 0; p < steps; ) {
                    int run = Math.min(bRows.runFrom(firstStep + p), steps - p);
                    int from = bOffset + bColumns.at(line) + bRows.at(firstStep + p);
                    Panels.interleave(
                            VectorMatMul.WIDTH, L, run, b, from, across, 1, target, to + p * VectorMatMul.WIDTH);
                    p += run;
                }
            } else {
                for (int q = 0; q < lines; q++) {
                    int from = bOffset + bColumns.at(line + q);
                    for (int p = 0; p < steps; p++) {
                        target[to + p * VectorMatMul.WIDTH + q] = b[from + bRows.at(firstStep + p)];
                    }
                }
            }
        }
    }
}
