package dev.leibniz.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What is done to gradients, and asked of them, before an update; {@code float[]} or {@code double[]}, in place. */
public final class Gradients {
    private Gradients() {}

    /**
     * Makes the mean gradient over {@code before} rows that over these and {@code next} other rows. The same bits wherever it is done, on one machine or
     * many, as long as the order is the same.
     *
     * @param mean overwritten; if {@code before} is 0, by {@code gradient} itself
     * @param gradient the mean over the other rows
     */
    public static void join(Object mean, long before, Object gradient, long next) {
        if (before == 0) {
            System.arraycopy(gradient, 0, mean, 0, FitState.length(mean));
            return;
        }
        double left = (double) before / (before + next);
        double right = (double) next / (before + next);
        if (mean instanceof float[] floats) {
            float[] others = (float[]) gradient;
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) (left * floats[i] + right * others[i]);
            }
        } else {
            double[] doubles = (double[]) mean;
            double[] others = (double[]) gradient;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = left * doubles[i] + right * others[i];
            }
        }
    }

    /** Sets all elements to zero. */
    public static void clear(Object gradient) {
        if (gradient instanceof float[] floats) {
            Arrays.fill(floats, 0);
        } else {
            Arrays.fill((double[]) gradient, 0);
        }
    }

    /** Whether no element is NaN or infinite: a sum that is neither says so, of few additions that wait for each other; else each element is looked at. */
    public static boolean isFinite(Object gradient) {
        return gradient instanceof float[] floats ? isFinite(floats) : isFinite((double[]) gradient);
    }

    private static boolean isFinite(float... elements) {
        float sum = 0;
        int i = 0;
        for (; i < elements.length - 7; i += 8) {
            float left = (elements[i] + elements[i + 1]) + (elements[i + 2] + elements[i + 3]);
            float right = (elements[i + 4] + elements[i + 5]) + (elements[i + 6] + elements[i + 7]);
            sum += left + right;
        }
        for (; i < elements.length; i++) {
            sum += elements[i];
        }
        return Float.isFinite(sum) || IntStream.range(0, elements.length).allMatch(k -> Float.isFinite(elements[k]));
    }

    private static boolean isFinite(double... elements) {
        double sum = 0;
        int i = 0;
        for (; i < elements.length - 7; i += 8) {
            double left = (elements[i] + elements[i + 1]) + (elements[i + 2] + elements[i + 3]);
            double right = (elements[i + 4] + elements[i + 5]) + (elements[i + 6] + elements[i + 7]);
            sum += left + right;
        }
        for (; i < elements.length; i++) {
            sum += elements[i];
        }
        return Double.isFinite(sum) || Arrays.stream(elements).allMatch(Double::isFinite);
    }

    /** Brings each element between the negative of the largest value and that, then the Euclidean norm down to the largest norm. NaN stays. */
    public static void clip(Object gradient, double largestValue, double largestNorm) {
        if (largestValue < Double.POSITIVE_INFINITY) {
            clipValues(gradient, largestValue);
        }
        if (largestNorm < Double.POSITIVE_INFINITY) {
            double norm = norm(gradient);
            if (norm > largestNorm) {
                scale(gradient, largestNorm / norm);
            }
        }
    }

    private static void clipValues(Object gradient, double largest) {
        if (gradient instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) Math.max(-largest, Math.min(largest, floats[i]));
            }
        } else {
            double[] doubles = (double[]) gradient;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = Math.max(-largest, Math.min(largest, doubles[i]));
            }
        }
    }

    /** The Euclidean norm, without overflow or underflow of squares that a double holds. */
    static double norm(Object gradient) {
        double squares = 0;
        if (gradient instanceof float[] floats) {
            for (float element : floats) {
                squares += (double) element * element;
            }
            return Math.sqrt(squares);
        }
        double[] doubles = (double[]) gradient;
        double largest = 0;
        for (double element : doubles) {
            largest = Math.max(largest, Math.abs(element));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        for (double element : doubles) {
            squares += (element / largest) * (element / largest);
        }
        return largest * Math.sqrt(squares);
    }

    private static void scale(Object gradient, double factor) {
        if (gradient instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) (floats[i] * factor);
            }
        } else {
            double[] doubles = (double[]) gradient;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] *= factor;
            }
        }
    }
}
