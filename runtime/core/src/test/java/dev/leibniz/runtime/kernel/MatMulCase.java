package dev.leibniz.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One matrix product with its operands, laid out in arrays with other elements around them, and the exact result. */
record MatMulCase(int m, int n, int k, Layout aLayout, Layout bLayout, boolean accumulate) {
    private static final int MARGIN = 5;

    /** How a matrix lies in its array. */
    enum Layout {
        ROWS,
        COLUMNS,
        WIDE_ROWS,
        BOTH_STRIDED,
        REPEATED_ROW,
        REPEATED_COLUMN;

        int row(int rows, int columns) {
            return switch (this) {
                case ROWS -> columns;
                case COLUMNS -> 1;
                case WIDE_ROWS -> columns + 3;
                case BOTH_STRIDED -> 2 * columns + 1;
                case REPEATED_ROW -> 0;
                case REPEATED_COLUMN -> 1;
            };
        }

        int column(int rows, int columns) {
            return switch (this) {
                case ROWS, WIDE_ROWS, REPEATED_ROW -> 1;
                case COLUMNS -> rows + 2;
                case BOTH_STRIDED -> 2;
                case REPEATED_COLUMN -> 0;
            };
        }

        int length(int rows, int columns) {
            return 2 * MARGIN
                    + Math.max(0, rows - 1) * row(rows, columns)
                    + Math.max(0, columns - 1) * column(rows, columns)
                    + 1;
        }
    }

    /** What computes a product; both kernels, of float and of double, look like this. */
    @FunctionalInterface
    interface Product {
        void multiply(
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
                int scratchOffset);
    }

    /** Sizes around every border in the code, with all pairs of layouts for a few and one pair for the others. */
    static List<MatMulCase> all() {
        List<MatMulCase> cases = new ArrayList<>();
        int[][] crossed = {{1, 1, 1}, {1, 20, 7}, {2, 37, 19}, {3, 5, 17}, {7, 16, 33}, {31, 50, 300}, {30, 1, 70}};
        for (int[] size : crossed) {
            for (Layout a : Layout.values()) {
                for (Layout b : Layout.values()) {
                    cases.add(new MatMulCase(size[0], size[1], size[2], a, b, a.ordinal() % 2 == 0));
                }
            }
        }
        Random random = new Random(1);
        int[] sizes = {1, 2, 3, 4, 5, 6, 8, 9, 13, 14, 15, 16, 17, 28, 31, 32, 33, 48, 63, 65, 113, 130};
        int[] depths = {0, 1, 2, 3, 8, 31, 64, 255, 256, 257, 520};
        for (int i = 0; i < 400; i++) {
            cases.add(new MatMulCase(
                    pick(random, sizes),
                    pick(random, sizes),
                    pick(random, depths),
                    Layout.values()[random.nextInt(Layout.values().length)],
                    Layout.values()[random.nextInt(Layout.values().length)],
                    random.nextBoolean()));
        }
        cases.add(new MatMulCase(20, 1060, 40, Layout.ROWS, Layout.COLUMNS, false));
        cases.add(new MatMulCase(20, 1030, 300, Layout.COLUMNS, Layout.ROWS, true));
        cases.add(new MatMulCase(115, 200, 530, Layout.WIDE_ROWS, Layout.ROWS, true));
        cases.add(new MatMulCase(30, 210, 520, Layout.ROWS, Layout.COLUMNS, true));
        cases.add(new MatMulCase(210, 30, 520, Layout.ROWS, Layout.COLUMNS, false));
        cases.add(new MatMulCase(70, 530, 1100, Layout.ROWS, Layout.COLUMNS, true));
        cases.add(new MatMulCase(67, 530, 1290, Layout.COLUMNS, Layout.ROWS, false));
        cases.add(new MatMulCase(62, 2070, 260, Layout.ROWS, Layout.ROWS, true));
        cases.add(new MatMulCase(1, 300, 520, Layout.ROWS, Layout.ROWS, false));
        return cases;
    }

    private static int pick(Random random, int[] values) {
        return values[random.nextInt(values.length)];
    }

    int cRow() {
        return n + 3;
    }

    float[] a() {
        return numbers(aLayout.length(m, k), 2);
    }

    float[] b() {
        return numbers(bLayout.length(k, n), 3);
    }

    float[] c() {
        return numbers(2 * MARGIN + m * cRow(), 4);
    }

    /** C after the product has been run in ranges of so many rows. */
    float[] run(Product product, int scratchLength, int rowsAtOnce) {
        float[] a = a();
        float[] b = b();
        float[] c = c();
        float[] scratch = new float[scratchLength + MARGIN];
        for (int i = 0; i < m; i += rowsAtOnce) {
            int rows = Math.min(rowsAtOnce, m - i);
            Arrays.fill(scratch, Float.NaN);
            int aRow = aLayout.row(m, k);
            product.multiply(
                    rows,
                    n,
                    k,
                    a,
                    MARGIN + i * aRow,
                    aRow,
                    aLayout.column(m, k),
                    b,
                    MARGIN,
                    bLayout.row(k, n),
                    bLayout.column(k, n),
                    c,
                    MARGIN + i * cRow(),
                    cRow(),
                    accumulate,
                    scratch,
                    MARGIN);
        }
        return c;
    }

    /** C as it should be, and what rounding may add to each element at worst. */
    double[][] expected() {
        float[] a = a();
        float[] b = b();
        float[] old = c();
        double[] values = new double[old.length];
        double[] bounds = new double[old.length];
        for (int i = 0; i < old.length; i++) {
            values[i] = old[i];
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int at = MARGIN + i * cRow() + j;
                double sum = accumulate ? old[at] : 0;
                double magnitude = Math.abs(sum);
                for (int p = 0; p < k; p++) {
                    double product = (double) a[MARGIN + i * aLayout.row(m, k) + p * aLayout.column(m, k)]
                            * b[MARGIN + p * bLayout.row(k, n) + j * bLayout.column(k, n)];
                    sum += product;
                    magnitude += Math.abs(product);
                }
                values[at] = sum;
                bounds[at] = 0x1p-24 * (2 + k) * magnitude;
            }
        }
        return new double[][] {values, bounds};
    }

    private static float[] numbers(int length, int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }
}
