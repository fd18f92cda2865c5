package dev.leibniz.runtime.random;

import java.util.Arrays;

/**
 * First values of parameters. All but {@link #constant} draw number {@code i} of the {@link Philox} stream for element
 * {@code i}; the {@code float} versions round the numbers of the {@code double} versions.
 *
 * <p>Glorot: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010. He:
 * K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", 2015, for units followed by relu.
 */
public final class Initialisers {
    private Initialisers() {}

    /** Every element is {@code value}. */
    public static void constant(float[] array, int offset, int length, double value) {
        Arrays.fill(array, offset, offset + length, (float) value);
    }

    public static void constant(double[] array, int offset, int length, double value) {
        Arrays.fill(array, offset, offset + length, value);
    }

    /** Uniform between {@code low} and {@code high}. */
    public static void uniform(float[] array, int offset, int length, double low, double high, long seed, long stream) {
        for (int i = 0; i < length; i++) {
            array[offset + i] = (float) uniformAt(low, high, seed, stream, i);
        }
    }

    public static void uniform(
            double[] array, int offset, int length, double low, double high, long seed, long stream) {
        for (int i = 0; i < length; i++) {
            array[offset + i] = uniformAt(low, high, seed, stream, i);
        }
    }

    /** Normal with that mean and standard deviation. */
    public static void normal(
            float[] array, int offset, int length, double mean, double deviation, long seed, long stream) {
        for (int i = 0; i < length; i++) {
            array[offset + i] = (float) normalAt(mean, deviation, seed, stream, i);
        }
    }

    public static void normal(
            double[] array, int offset, int length, double mean, double deviation, long seed, long stream) {
        for (int i = 0; i < length; i++) {
            array[offset + i] = normalAt(mean, deviation, seed, stream, i);
        }
    }

    /** Uniform in ±√(6 / (fanIn + fanOut)). */
    public static void glorotUniform(
            float[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        double bound = Math.sqrt(6 / ((double) fanIn + fanOut));
        uniform(array, offset, length, -bound, bound, seed, stream);
    }

    public static void glorotUniform(
            double[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        double bound = Math.sqrt(6 / ((double) fanIn + fanOut));
        uniform(array, offset, length, -bound, bound, seed, stream);
    }

    /** Normal with standard deviation √(2 / (fanIn + fanOut)). */
    public static void glorotNormal(
            float[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        normal(array, offset, length, 0, Math.sqrt(2 / ((double) fanIn + fanOut)), seed, stream);
    }

    public static void glorotNormal(
            double[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        normal(array, offset, length, 0, Math.sqrt(2 / ((double) fanIn + fanOut)), seed, stream);
    }

    /** Uniform in ±√(6 / fanIn): PyTorch's {@code kaiming_uniform_} with {@code nonlinearity="relu"}. */
    public static void heUniform(float[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        double bound = Math.sqrt(6 / (double) fanIn);
        uniform(array, offset, length, -bound, bound, seed, stream);
    }

    public static void heUniform(
            double[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        double bound = Math.sqrt(6 / (double) fanIn);
        uniform(array, offset, length, -bound, bound, seed, stream);
    }

    /** Normal with standard deviation √(2 / fanIn): PyTorch's {@code kaiming_normal_} with {@code nonlinearity="relu"}. */
    public static void heNormal(float[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        normal(array, offset, length, 0, Math.sqrt(2 / (double) fanIn), seed, stream);
    }

    public static void heNormal(double[] array, int offset, int length, int fanIn, int fanOut, long seed, long stream) {
        normal(array, offset, length, 0, Math.sqrt(2 / (double) fanIn), seed, stream);
    }

    /**
     * A matrix with orthonormal rows or columns, whichever are fewer, times {@code gain}: the factor Q of a normal matrix,
     * made unique by a positive diagonal of R, as PyTorch's {@code orthogonal_}. A. M. Saxe, J. L. McClelland, S. Ganguli,
     * "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014.
     */
    public static void orthogonal(
            float[] array, int offset, int rows, int columns, double gain, long seed, long stream) {
        double[] matrix = new double[rows * columns];
        orthogonal(matrix, 0, rows, columns, gain, seed, stream);
        for (int i = 0; i < matrix.length; i++) {
            array[offset + i] = (float) matrix[i];
        }
    }

    public static void orthogonal(
            double[] array, int offset, int rows, int columns, double gain, long seed, long stream) {
        normal(array, offset, rows * columns, 0, 1, seed, stream);
        boolean wide = rows < columns;
        int count = wide ? rows : columns;
        int next = wide ? columns : 1;
        int step = wide ? 1 : columns;
        for (int i = 0; i < count; i++) {
            orthonormalise(array, offset, i, next, step, wide ? columns : rows);
        }
        for (int i = offset; i < offset + rows * columns; i++) {
            array[i] *= gain;
        }
    }

    /** Gram–Schmidt for vector {@code i} against those before it, done twice, after which rounding no longer matters. */
    private static void orthonormalise(double[] array, int offset, int i, int next, int step, int length) {
        int vector = offset + i * next;
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < i; j++) {
                int other = offset + j * next;
                double projection = dot(array, vector, other, step, length);
                for (int k = 0; k < length; k++) {
                    array[vector + k * step] -= projection * array[other + k * step];
                }
            }
        }
        double norm = Math.sqrt(dot(array, vector, vector, step, length));
        for (int k = 0; k < length; k++) {
            array[vector + k * step] /= norm;
        }
    }

    private static double dot(double[] array, int a, int b, int step, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += array[a + k * step] * array[b + k * step];
        }
        return sum;
    }

    private static double uniformAt(double low, double high, long seed, long stream, int i) {
        return low + (high - low) * Philox.uniform(seed, stream, i);
    }

    private static double normalAt(double mean, double deviation, long seed, long stream, int i) {
        return mean + deviation * Philox.normal(seed, stream, i);
    }
}
