package dev.leibniz.runtime.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Matrix products on SIMD vectors. Every element of C is a chain of fused multiply-adds over 256 steps of k, beginning at 0, whose
 * result is stored or added to C, then the next 256: all paths below keep to this, so which one is taken shows in no bit. Only
 * for one column (n = 1) the order is another, whatever m is.
 *
 * <p>Large products pack blocks of both operands into the scratch memory (K. Goto, R. A. van de Geijn, "Anatomy of
 * high-performance matrix multiplication", 2008); small ones read them where they are.
 */
public final class VectorMatMul {
    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    /** Steps along k in one block. */
    static final int STEPS = 256;

    /** Steps along k of B that are packed at once, and the elements of B that are. */
    private static final int DEPTH = 4 * STEPS;

    private static final int PACKED = 2048 * STEPS;

    /** Rows of A in one block, a multiple of the heights of most tiles. */
    static final int ROWS = L > 8 ? 64 : 60;

    /**
     * The heights of most tiles, of copied rows and of packed rows: as many rows of two vectors as the JIT holds in registers, of which there
     * are 16 of 256 bits. Before JDK 25 it spills a sixth row, and checks the bounds of panels whose height is no power of two in
     * each turn. Where there are 32 registers it would hold 14 rows, but it allocates vectors in a method that long.
     */
    static final int ROW_HEIGHT = L > 8 ? 8 : Runtime.version().feature() >= 25 ? 6 : 5;

    private static final int PACKED_HEIGHT = L > 8 ? 8 : Runtime.version().feature() >= 25 ? 6 : 4;

    private static final int TALLEST = 8;

    /** Columns of a tile. */
    static final int WIDTH = 2 * L;

    /** Of so many rows of A at most it pays to exchange the operands. */
    private static final int FEW_PANELS = 16;

    /** Products of fewer multiplications than this are not worth packing. */
    private static final int TINY = 512;

    /** B of at most this many elements stays in the first-level cache, and of at most so many rows of A is not worth packing. */
    private static final int CACHED = 8192;

    private static final int FEW_ROWS = 24;

    private VectorMatMul() {}

    /** Elements of scratch memory that such a product needs whatever its strides, and one of fewer rows too. */
    public static int scratchLength(int m, int n, int k) {
        if (m <= 2 || (long) m * n * k <= TINY) {
            return L;
        }
        // So many of the rows may come to be columns.
        int few = Math.min(m, Math.min(FEW_PANELS, n / 2));
        return edgeLength() + Math.max(blocks(m, n, k), blocks(n, few, k)) + L;
    }

    /** Elements of a block of A and all of B that is packed at once. */
    private static int blocks(int rows, int columns, int k) {
        int packed = roundUp(columnsAtOnce(columns, k)) * (Math.min(k, DEPTH) - Math.min(k, STEPS));
        return packed + blockLength(rows, columnsAtOnce(columns, k), Math.min(k, STEPS));
    }

    /** Elements of a block of A and one of B. */
    static int blockLength(int rows, int columns, int steps) {
        int tall = Math.min(rows, ROWS);
        int copied = RowTiles.length(ROW_HEIGHT, tall, steps);
        return roundUp(columns) * steps + Math.max(copied, (tall + 2) * steps);
    }

    /** Columns of B that are packed at once: few where k is large, so that the elements of C that a block of A gives stay in the cache while all of k passes. */
    private static int columnsAtOnce(int n, int k) {
        return Math.min(n, PACKED / Math.min(k, DEPTH) / WIDTH * WIDTH);
    }

    /** Elements of scratch memory that such a product of tensors needs, and one of fewer rows too. */
    public static int tensorScratchLength(int m, int n, int k) {
        return TensorMatMul.scratchLength(m, n, k);
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
        if (k == 0) {
            clear(m, n, c, cOffset, cRow, accumulate);
        } else if (n == 1 && aColumn == 1 && bRow == 1) {
            DotProducts.multiply(
                    m, k, a, aOffset, aRow, b, bOffset, c, cOffset, cRow, accumulate, scratch, scratchOffset);
        } else if (n == 1 && m >= L && aRow == 1 && cRow == 1) {
            // Cᵀ = Bᵀ · Aᵀ, one row.
            unpacked(1, m, k, b, bOffset, 0, bRow, a, aOffset, aColumn, 1, c, cOffset, 1, accumulate);
        } else if (m <= 2 || (long) m * n * k <= TINY || direct(m, n, k, aColumn, bColumn)) {
            unpacked(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, bColumn, c, cOffset, cRow, accumulate);
        } else {
            // Cᵀ = Bᵀ · Aᵀ where rows of Bᵀ need no packing and of A there is less. One call, so that the JIT takes it
            // in one piece.
            boolean exchanged = aColumn == 1 && bRow == 1 && m <= FEW_PANELS && n >= 2 * m;
            packed(
                    exchanged || aColumn == 1 ? ROW_HEIGHT : PACKED_HEIGHT,
                    exchanged ? n : m,
                    exchanged ? m : n,
                    k,
                    exchanged ? b : a,
                    exchanged ? bOffset : aOffset,
                    exchanged ? bColumn : aRow,
                    exchanged ? bRow : aColumn,
                    exchanged ? a : b,
                    exchanged ? aOffset : bOffset,
                    exchanged ? aColumn : bRow,
                    exchanged ? aRow : bColumn,
                    c,
                    cOffset,
                    exchanged ? 1 : cRow,
                    exchanged ? cRow : 1,
                    accumulate,
                    scratch,
                    scratchOffset);
        }
    }

    /**
     * The same where the dimensions of A and B are several axes of a tensor each.
     *
     * @param aFirst the first row of A, which goes to row 0 of C
     * @param scratch holds at least {@link #tensorScratchLength} elements from {@code scratchOffset}, which are overwritten
     */
    public static void multiply(
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
        if (k == 0) {
            clear(m, n, c, cOffset, cRow, accumulate);
        } else {
            TensorMatMul.multiply(
                    m,
                    n,
                    k,
                    a,
                    aOffset,
                    aRows,
                    aFirst,
                    aColumns,
                    b,
                    bOffset,
                    bRows,
                    bColumns,
                    c,
                    cOffset,
                    cRow,
                    accumulate,
                    scratch,
                    scratchOffset);
        }
    }

    private static boolean direct(int m, int n, int k, int aColumn, int bColumn) {
        return aColumn == 1 && bColumn == 1 && n >= L && (m <= FEW_ROWS || (long) n * k <= CACHED);
    }

    private static void clear(int m, int n, float[] c, int cOffset, int cRow, boolean accumulate) {
        for (int i = 0; i < m && !accumulate; i++) {
            Arrays.fill(c, cOffset + i * cRow, cOffset + i * cRow + n, 0);
        }
    }

    private static void unpacked(
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
        for (int p = 0; p < k; p += STEPS) {
            int steps = Math.min(k - p, STEPS);
            int ap = aOffset + p * aColumn;
            int bp = bOffset + p * bRow;
            boolean add = accumulate || p > 0;
            if (bColumn != 1 || n < L) {
                ScalarTiles.multiply(m, n, steps, a, ap, aRow, aColumn, b, bp, bRow, bColumn, c, cOffset, cRow, add);
            } else if (m > 1 && aColumn == 1) {
                DirectTiles.multiply(m, n, steps, a, ap, aRow, b, bp, bRow, c, cOffset, cRow, add);
            } else {
                for (int i = 0; i < m; i++) {
                    VectorTimesMatrix.multiply(
                            n, steps, a, ap + i * aRow, aColumn, b, bp, bRow, c, cOffset + i * cRow, add);
                }
            }
        }
    }

    /** The product in blocks that fit the caches; {@code height} is that of most tiles. */
    static void packed(
            int height,
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
            int cColumn,
            boolean accumulate,
            float[] scratch,
            int scratchOffset) {
        int packedB = scratchOffset + edgeLength();
        int most = columnsAtOnce(n, k);
        int packedA = packedB + roundUp(most) * Math.min(k, DEPTH);
        for (int j = 0; j < n; j += most) {
            int columns = Math.min(n - j, most);
            for (int q = 0; q < k; q += DEPTH) {
                int end = Math.min(k, q + DEPTH);
                for (int p = q; p < end; p += STEPS) {
                    int bp = bOffset + p * bRow + j * bColumn;
                    int to = packedB + (p - q) * roundUp(columns);
                    packColumns(columns, Math.min(end - p, STEPS), b, bp, bRow, bColumn, scratch, to);
                }
                for (int i = 0; i < m; i += ROWS) {
                    int rows = Math.min(m - i, ROWS);
                    int ci = cOffset + i * cRow + j * cColumn;
                    for (int p = q; p < end; p += STEPS) {
                        int steps = Math.min(end - p, STEPS);
                        int ai = aOffset + i * aRow + p * aColumn;
                        int bp = packedB + (p - q) * roundUp(columns);
                        boolean add = accumulate || p > 0;
                        if (aColumn == 1) {
                            copyRows(height, rows, steps, a, ai, aRow, scratch, packedA);
                            byRows(
                                    height,
                                    rows,
                                    columns,
                                    steps,
                                    scratch,
                                    packedA,
                                    bp,
                                    scratchOffset,
                                    c,
                                    ci,
                                    cRow,
                                    cColumn,
                                    add);
                        } else {
                            packRows(height, rows, steps, a, ai, aRow, aColumn, scratch, packedA);
                            byPanels(
                                    height,
                                    rows,
                                    columns,
                                    steps,
                                    scratch,
                                    packedA,
                                    bp,
                                    scratchOffset,
                                    c,
                                    ci,
                                    cRow,
                                    cColumn,
                                    add);
                        }
                    }
                }
            }
        }
    }

    private static void copyRows(
            int height, int rows, int steps, float[] a, int aOffset, int aRow, float[] target, int targetOffset) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(a, aOffset + i * aRow, target, targetOffset + RowTiles.place(height, i, steps), steps);
        }
    }

    private static void packColumns(
            int columns, int steps, float[] b, int bOffset, int bRow, int bColumn, float[] scratch, int packedB) {
        int j = 0;
        if (bColumn == 1) {
            int panels = columns / WIDTH;
            Panels.packPairsSideBySide(panels, steps, b, bOffset, bRow, scratch, packedB);
            j = panels * WIDTH;
        }
        for (; j < columns; j += WIDTH) {
            int lines = Math.min(WIDTH, columns - j);
            Panels.pack(WIDTH, lines, steps, b, bOffset + j * bColumn, bColumn, bRow, scratch, packedB + j * steps);
        }
    }

    private static void packRows(
            int height, int rows, int steps, float[] a, int aOffset, int aRow, int aColumn, float[] scratch, int at) {
        int i = 0;
        if (aRow == 1 && height <= L) {
            int panels = rows / height;
            Panels.packSideBySide(height, panels, steps, a, aOffset, aColumn, scratch, at);
            i = panels * height;
        }
        while (i < rows) {
            int tile = tileHeight(height, rows - i);
            int lines = Math.min(tile, rows - i);
            Panels.pack(tile, lines, steps, a, aOffset + i * aRow, aRow, aColumn, scratch, at + i * steps);
            i += tile;
        }
    }

    /** C (+)= copied rows of A · packed B: a panel of B stays in the first-level cache while all rows of A pass by. */
    static void byRows(
            int height,
            int rows,
            int columns,
            int steps,
            float[] scratch,
            int packedA,
            int packedB,
            int edge,
            float[] c,
            int cOffset,
            int cRow,
            int cColumn,
            boolean accumulate) {
        int group = RowTiles.DISTANCE / steps * height;
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            int bj = packedB + j * steps;
            boolean isWhole = width == WIDTH && cColumn == 1;
            for (int first = 0, at = packedA; first < rows; first += group, at += height * RowTiles.DISTANCE) {
                int end = Math.min(first + group, rows);
                for (int i = first, ai = at; i < end; i += height, ai += steps) {
                    int tile = tileHeight(height, rows - i);
                    int ci = cOffset + i * cRow + j * cColumn;
                    if (isWhole && i + tile <= rows) {
                        RowTiles.multiply(tile, steps, scratch, ai, scratch, bj, c, ci, cRow, accumulate);
                    } else {
                        RowTiles.multiply(tile, steps, scratch, ai, scratch, bj, scratch, edge, WIDTH, false);
                        copyEdge(Math.min(tile, rows - i), width, scratch, edge, c, ci, cRow, cColumn, accumulate);
                    }
                }
            }
        }
    }

    /** C (+)= packed A · packed B. */
    private static void byPanels(
            int height,
            int rows,
            int columns,
            int steps,
            float[] scratch,
            int packedA,
            int packedB,
            int edge,
            float[] c,
            int cOffset,
            int cRow,
            int cColumn,
            boolean accumulate) {
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            int bj = packedB + j * steps;
            boolean isWhole = width == WIDTH && cColumn == 1;
            for (int i = 0; i < rows; ) {
                int tile = tileHeight(height, rows - i);
                int ai = packedA + i * steps;
                int ci = cOffset + i * cRow + j * cColumn;
                if (isWhole && i + tile <= rows) {
                    WideTiles.multiply(tile, steps, scratch, ai, scratch, bj, c, ci, cRow, accumulate);
                } else {
                    WideTiles.multiply(tile, steps, scratch, ai, scratch, bj, scratch, edge, WIDTH, false);
                    copyEdge(Math.min(tile, rows - i), width, scratch, edge, c, ci, cRow, cColumn, accumulate);
                }
                i += tile;
            }
        }
    }

    /** Puts a tile that lies in the scratch memory where it belongs, or as much of it as there is. */
    private static void copyEdge(
            int rows,
            int columns,
            float[] edge,
            int edgeOffset,
            float[] c,
            int cOffset,
            int cRow,
            int cColumn,
            boolean accumulate) {
        for (int i = 0; i < rows; i++) {
            int from = edgeOffset + i * WIDTH;
            int to = cOffset + i * cRow;
            for (int j = 0; j < columns; j++) {
                int at = to + j * cColumn;
                c[at] = accumulate ? c[at] + edge[from + j] : edge[from + j];
            }
        }
    }

    /** The height of the next tile: the given one while enough rows are left, then the least that takes them all. */
    private static int tileHeight(int height, int rows) {
        if (rows >= height) {
            return height;
        }
        return rows > 6 ? 8 : rows > 4 ? rows : rows > 2 ? 4 : 2;
    }

    /** Room for the tile at the border of C. */
    static int edgeLength() {
        return TALLEST * WIDTH;
    }

    static int roundUp(int columns) {
        return (columns + WIDTH - 1) / WIDTH * WIDTH;
    }
}
