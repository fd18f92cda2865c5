package dev.leibniz.training;

/** What is done to gradients before an update; {@code float[]} or {@code double[]}, in place. */
final class Gradients {
    private Gradients() {}

    /** Makes room for the mean over {@code next} rows to be added to that over {@code before}: {@link #join} then gives that over all. */
    static void weigh(Object gradient, long before, int next) {
        if (before > 0) {
            scale(gradient, (double) before / next);
        }
    }

    /** The mean over all rows, once that over {@code next} was added. */
    static void join(Object gradient, long before, int next) {
        if (before > 0) {
            scale(gradient, (double) next / (before + next));
        }
    }

    /** Brings each element between the negative of the largest value and that, then the Euclidean norm down to the largest norm. NaN stays. */
    static void clip(Object gradient, double largestValue, double largestNorm) {
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
