package dev.leibniz.training.page;

/**
 * How often elements of an array lie where, in bins of equal width between the least and the greatest finite one.
 *
 * @param low the least
 * @param high the greatest
 * @param notFinite elements in no bin
 */
record Histogram(double low, double high, long[] counts, long notFinite) {
    private static final int BINS = 40;

    /** That of {@code count} elements of a {@code float[]} or {@code double[]}. */
    static Histogram of(Object array, int from, int count) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            double element = element(array, i);
            if (Double.isFinite(element)) {
                low = Math.min(low, element);
                high = Math.max(high, element);
            }
        }
        long[] counts = new long[BINS];
        long notFinite = 0;
        for (int i = from; i < from + count; i++) {
            double element = element(array, i);
            if (Double.isFinite(element)) {
                // Halves, so that no range is beyond the doubles.
                double share = high > low ? (element / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
                counts[(int) Math.min(BINS - 1, Math.max(0, share) * BINS)]++;
            } else {
                notFinite++;
            }
        }
        return notFinite == count
                ? new Histogram(Double.NaN, Double.NaN, counts, notFinite)
                : new Histogram(low, high, counts, notFinite);
    }

    private static double element(Object array, int i) {
        return array instanceof float[] floats ? floats[i] : ((double[]) array)[i];
    }
}
