package dev.leibniz.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatMulTest {
    @Test
    void plainProductsAreRight() {
        for (MatMulCase each : MatMulCase.all()) {
            int scratch = PlainMatMul.scratchLength(each.m(), each.n(), each.k());
            check(each, each.run(PlainMatMul::multiply, scratch, each.m()));
        }
    }

    @Test
    void plainProductsOfDoublesAreRight() {
        for (MatMulCase each : MatMulCase.all()) {
            int scratch = PlainMatMul.scratchLength(each.m(), each.n(), each.k());
            check(each, each.run(MatMulTest::inDouble, scratch, each.m()));
        }
    }

    @Test
    void vectorProductsAreRight() {
        for (MatMulCase each : MatMulCase.all()) {
            int scratch = VectorMatMul.scratchLength(each.m(), each.n(), each.k());
            check(each, each.run(VectorMatMul::multiply, scratch, each.m()));
        }
    }

    @Test
    void packedProductsAreRightWithEveryTile() {
        for (int height : new int[] {8, 6, 5, 4, 2}) {
            for (MatMulCase each : MatMulCase.all()) {
                int scratch = VectorMatMul.scratchLength(each.m() + 20, each.n(), 10_000);
                check(each, each.run(packedBy(height), scratch, each.m()));
            }
        }
    }

    @Test
    void howRowsAreSplitChangesNoBit() {
        for (MatMulCase each : MatMulCase.all()) {
            int vectorScratch = VectorMatMul.scratchLength(each.m(), each.n(), each.k());
            int plainScratch = PlainMatMul.scratchLength(each.m(), each.n(), each.k());
            float[] vector = each.run(VectorMatMul::multiply, vectorScratch, each.m());
            float[] plain = each.run(PlainMatMul::multiply, plainScratch, each.m());
            for (int rows : new int[] {1, 2, 3, 7, 16, 40}) {
                assertThat(each.run(VectorMatMul::multiply, vectorScratch, rows))
                        .as("%s by %d", each, rows)
                        .isEqualTo(vector);
                assertThat(each.run(PlainMatMul::multiply, plainScratch, rows))
                        .as("%s by %d", each, rows)
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    void whetherOperandsArePackedChangesNoBit() {
        for (MatMulCase each : MatMulCase.all()) {
            if (each.n() > 1) {
                int scratch = VectorMatMul.scratchLength(each.m() + 20, each.n(), 10_000);
                assertThat(each.run(packedBy(8), scratch, each.m()))
                        .as("%s", each)
                        .isEqualTo(each.run(VectorMatMul::multiply, scratch, each.m()));
            }
        }
    }

    @Test
    void infinitiesAndNaNStayInTheirRowAndColumn() {
        int n = 40;
        float[] a = new float[n * n];
        float[] b = new float[n * n];
        Arrays.fill(a, 1);
        Arrays.fill(b, 1);
        a[3 * n + 5] = Float.POSITIVE_INFINITY;
        b[7 * n + 39] = Float.NaN;
        float[] c = new float[n * n];
        float[] scratch = new float[VectorMatMul.scratchLength(n, n, n)];
        VectorMatMul.multiply(n, n, n, a, 0, n, 1, b, 0, 1, n, c, 0, n, false, scratch, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                float expected = j == 7 ? Float.NaN : i == 3 ? Float.POSITIVE_INFINITY : n;
                assertThat(Float.valueOf(c[i * n + j])).as("%d, %d", i, j).isEqualTo(Float.valueOf(expected));
            }
        }
    }

    @Test
    void scratchForFewerRowsIsNeverMore() {
        for (int m = 1; m < 300; m++) {
            assertThat(VectorMatMul.scratchLength(m, 33, 300))
                    .isLessThanOrEqualTo(VectorMatMul.scratchLength(m + 1, 33, 300));
            assertThat(PlainMatMul.scratchLength(m, 33, 300))
                    .isLessThanOrEqualTo(PlainMatMul.scratchLength(m + 1, 33, 300));
        }
    }

    private static void check(MatMulCase each, float[] actual) {
        double[][] expected = each.expected();
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs(actual[i] - expected[0][i]);
            assertThat(difference <= expected[1][i])
                    .as("%s: element %d is %s, expected %s", each, i, actual[i], expected[0][i])
                    .isTrue();
        }
    }

    private static MatMulCase.Product packedBy(int height) {
        return (m, n, k, a, ao, ar, ac, b, bo, br, bc, c, co, cr, add, scratch, so) -> {
            if (k > 0) {
                VectorMatMul.packed(height, m, n, k, a, ao, ar, ac, b, bo, br, bc, c, co, cr, 1, add, scratch, so);
            } else {
                VectorMatMul.multiply(m, n, k, a, ao, ar, ac, b, bo, br, bc, c, co, cr, add, scratch, so);
            }
        };
    }

    private static void inDouble(
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
        double[] result = widen(c);
        PlainMatMul.multiply(
                m,
                n,
                k,
                widen(a),
                aOffset,
                aRow,
                aColumn,
                widen(b),
                bOffset,
                bRow,
                bColumn,
                result,
                cOffset,
                cRow,
                accumulate,
                widen(scratch),
                scratchOffset);
        for (int i = 0; i < c.length; i++) {
            c[i] = (float) result[i];
        }
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
