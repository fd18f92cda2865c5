package dev.leibniz.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TensorMatMulTest {
    private static final int CASES = 400;

    /** Axes of each dimension: size, stride of A or B. */
    private record Case(int[] m, int[] n, int[] aK, int[] bK, int[] aM, int[] bN, boolean accumulate) {
        /** Random axes, overlaps and strides of 0 and below included; the axes of k have the same sizes in both operands. */
        static Case of(Random random) {
            int[] m = sizes(random, 80);
            int[] n = sizes(random, 300);
            int[] k = sizes(random, 700);
            return new Case(
                    m,
                    n,
                    withStrides(k, random),
                    withStrides(k, random),
                    withStrides(m, random),
                    withStrides(n, random),
                    random.nextBoolean());
        }

        private static int[] sizes(Random random, int most) {
            int[] sizes = new int[1 + random.nextInt(3)];
            int left = 1 + random.nextInt(most);
            for (int axis = 0; axis < sizes.length; axis++) {
                sizes[axis] = 1 + random.nextInt(Math.max(1, Math.min(left, 40)));
                left /= sizes[axis];
            }
            return sizes;
        }

        private static int[] withStrides(int[] sizes, Random random) {
            int[] both = new int[2 * sizes.length];
            for (int axis = 0; axis < sizes.length; axis++) {
                both[2 * axis] = sizes[axis];
                both[2 * axis + 1] = random.nextInt(3) == 0 ? random.nextInt(80) - 20 : 1;
            }
            return both;
        }

        static int product(int[] sizes) {
            return Arrays.stream(sizes).reduce(1, (x, y) -> x * y);
        }

        /** The largest distance between elements along some axes. */
        static int span(int[] axes) {
            int span = 0;
            for (int axis = 0; axis < axes.length; axis += 2) {
                span += (axes[axis] - 1) * Math.abs(axes[axis + 1]);
            }
            return span;
        }

        /** Where the first element is, so that none is before the array. */
        private static int first(int[] some, int[] others) {
            int first = 0;
            for (int[] axes : new int[][] {some, others}) {
                for (int axis = 0; axis < axes.length; axis += 2) {
                    first += (axes[axis] - 1) * Math.max(0, -axes[axis + 1]);
                }
            }
            return first;
        }

        int aAt() {
            return 5 + first(aM, aK);
        }

        int bAt() {
            return 7 + first(bK, bN);
        }

        int rows() {
            return product(m);
        }

        int columns() {
            return product(n);
        }

        float[] a() {
            return numbers(5 + span(aM) + span(aK) + 1, 1);
        }

        float[] b() {
            return numbers(7 + span(bK) + span(bN) + 1, 2);
        }

        float[] c() {
            return numbers(3 + rows() * (columns() + 2), 3);
        }

        private static float[] numbers(int count, long seed) {
            Random random = new Random(seed);
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = random.nextInt(16) - 8;
            }
            return numbers;
        }

        /** Exact: all numbers are small integers. */
        float[] expected() {
            Offsets aRows = Offsets.of(aM);
            Offsets aColumns = Offsets.of(aK);
            Offsets bRows = Offsets.of(bK);
            Offsets bColumns = Offsets.of(bN);
            float[] a = a();
            float[] b = b();
            float[] c = c();
            for (int i = 0; i < rows(); i++) {
                for (int j = 0; j < columns(); j++) {
                    int at = 3 + i * (columns() + 2) + j;
                    double sum = accumulate ? c[at] : 0;
                    for (int p = 0; p < aColumnsLength(); p++) {
                        sum += a[aAt() + aRows.at(i) + aColumns.at(p)] * b[bAt() + bRows.at(p) + bColumns.at(j)];
                    }
                    c[at] = (float) sum;
                }
            }
            return c;
        }

        int aColumnsLength() {
            int length = 1;
            for (int axis = 0; axis < aK.length; axis += 2) {
                length *= aK[axis];
            }
            return length;
        }

        /** The product on vectors or in plain Java, in ranges of so many rows. */
        float[] actual(boolean vectors, int rowsAtOnce) {
            int k = aColumnsLength();
            int length = vectors
                    ? VectorMatMul.tensorScratchLength(rows(), columns(), k)
                    : PlainMatMul.tensorScratchLength(rows(), columns(), k);
            float[] scratch = new float[length + 11];
            Arrays.fill(scratch, Float.NaN);
            float[] c = c();
            for (int i = 0; i < rows(); i += rowsAtOnce) {
                int count = Math.min(rowsAtOnce, rows() - i);
                int at = 3 + i * (columns() + 2);
                if (vectors) {
                    VectorMatMul.multiply(
                            count,
                            columns(),
                            k,
                            a(),
                            aAt(),
                            Offsets.of(aM),
                            i,
                            Offsets.of(aK),
                            b(),
                            bAt(),
                            Offsets.of(bK),
                            Offsets.of(bN),
                            c,
                            at,
                            columns() + 2,
                            accumulate,
                            scratch,
                            11);
                } else {
                    PlainMatMul.multiply(
                            count,
                            columns(),
                            k,
                            a(),
                            aAt(),
                            Offsets.of(aM),
                            i,
                            Offsets.of(aK),
                            b(),
                            bAt(),
                            Offsets.of(bK),
                            Offsets.of(bN),
                            c,
                            at,
                            columns() + 2,
                            accumulate,
                            scratch,
                            11);
                }
            }
            return c;
        }

        double[] actualInDouble() {
            double[] c = doubles(c());
            int k = aColumnsLength();
            double[] scratch = new double[PlainMatMul.tensorScratchLength(rows(), columns(), k)];
            PlainMatMul.multiply(
                    rows(),
                    columns(),
                    k,
                    doubles(a()),
                    aAt(),
                    Offsets.of(aM),
                    0,
                    Offsets.of(aK),
                    doubles(b()),
                    bAt(),
                    Offsets.of(bK),
                    Offsets.of(bN),
                    c,
                    3,
                    columns() + 2,
                    accumulate,
                    scratch,
                    0);
            return c;
        }

        private static double[] doubles(float[] numbers) {
            double[] doubles = new double[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                doubles[i] = numbers[i];
            }
            return doubles;
        }
    }

    @Test
    void productsOfTensorsAreRightHoweverTheirRowsAreSplit() {
        Random random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            Case each = Case.of(random);
            float[] expected = each.expected();
            for (int rows : new int[] {each.rows(), 1, 7}) {
                assertThat(each.actual(true, rows)).as("%d: %s", i, each).isEqualTo(expected);
                assertThat(each.actual(false, rows)).as("%d: %s", i, each).isEqualTo(expected);
            }
            assertThat(each.actualInDouble()).as("%d: %s", i, each).isEqualTo(Case.doubles(expected));
        }
    }

    /** The windows of an image of 32 channels, and those that a transposed operand exchanges. */
    @Test
    void productsOfWindowsAreRight() {
        int[] taps = {32, 34 * 34, 3, 34, 3, 1};
        int[] places = {32, 34, 32, 1};
        int[] filters = {16, 288};
        int[] weights = {32, 9, 3, 3, 3, 1};
        Case forward = new Case(new int[] {16}, new int[] {1024}, weights, taps, filters, places, false);
        assertThat(forward.actual(true, 16)).isEqualTo(forward.expected());
        int[] gradients = {16, 1024};
        int[] gradient = {32, 32, 32, 1};
        Case backward = new Case(new int[] {16}, new int[] {288}, gradient, places, gradients, taps, true);
        assertThat(backward.actual(true, 16)).isEqualTo(backward.expected());
        assertThat(backward.actual(true, 5)).isEqualTo(backward.expected());
        assertThat(backward.actual(false, 16)).isEqualTo(backward.expected());
    }
}
