package dev.leibniz.runtime.kernel;

import java.util.Arrays;
import java.util.Locale;

/** Prints GFLOP/s of matrix products, the best of rounds that take turns. Arguments: a filter on kernel names, the number of rounds. */
final class MatMulBenchmark {
    private record Size(int m, int n, int k) {}

    private static final Size[] SIZES = {
        new Size(480, 480, 480),
        new Size(192, 192, 192),
        new Size(64, 64, 64),
        new Size(16, 16, 16),
        new Size(32, 128, 784),
        new Size(128, 10, 128),
        new Size(256, 1024, 1024),
        new Size(1, 128, 784),
        new Size(1, 10, 128),
        new Size(784, 1, 128)
    };

    private MatMulBenchmark() {}

    public static void main(String[] arguments) {
        String filter = arguments.length > 0 ? arguments[0] : "";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        System.out.println(System.getProperty("java.version") + ", " + VectorFunctions.lanes() + " lanes");
        for (Size size : SIZES) {
            StringBuilder line = new StringBuilder(String.format("%4d %4d %4d ", size.m, size.n, size.k));
            for (String kernel : new String[] {"vector", "plain"}) {
                for (String layout : new String[] {"NN", "NT", "TN"}) {
                    if ((kernel + layout).contains(filter)) {
                        line.append(String.format(
                                Locale.ROOT, "  %s %s %6.1f", kernel, layout, measure(kernel, layout, size, rounds)));
                    }
                }
            }
            System.out.println(line);
        }
    }

    private static double measure(String kernel, String layout, Size size, int rounds) {
        int m = size.m;
        int n = size.n;
        int k = size.k;
        MatMulCase.Product product = kernel.equals("vector") ? VectorMatMul::multiply : PlainMatMul::multiply;
        float[] a = new float[m * k];
        float[] b = new float[k * n];
        float[] c = new float[m * n];
        Arrays.fill(a, 0.5f);
        Arrays.fill(b, 0.25f);
        float[] scratch = new float[Math.max(VectorMatMul.scratchLength(m, n, k), PlainMatMul.scratchLength(m, n, k))];
        int aRow = layout.charAt(0) == 'N' ? k : 1;
        int aColumn = layout.charAt(0) == 'N' ? 1 : m;
        int bRow = layout.charAt(1) == 'N' ? n : 1;
        int bColumn = layout.charAt(1) == 'N' ? 1 : k;
        double flops = 2.0 * m * n * k;
        int repeats = (int) Math.max(1, 20e6 / flops);
        long best = Long.MAX_VALUE;
        for (int round = -rounds; round < rounds; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < repeats; i++) {
                product.multiply(m, n, k, a, 0, aRow, aColumn, b, 0, bRow, bColumn, c, 0, n, false, scratch, 0);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return flops * repeats / best;
    }
}
