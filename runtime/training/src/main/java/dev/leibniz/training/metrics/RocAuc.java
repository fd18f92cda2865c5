package dev.leibniz.training.metrics;

import java.util.Arrays;

/**
 * The area under the ROC curve: the probability that a positive row has a larger score than a negative one, where equal scores count half (J. A. Hanley, B. J.
 * McNeil, 1982). Exact, so it keeps the score of each row.
 */
public final class RocAuc {
    private double[] positive = new double[16];
    private double[] negative = new double[16];
    private int positives;
    private int negatives;

    /** Of no rows yet. */
    public RocAuc() {}

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the score is NaN
     */
    public void add(double score, boolean isPositive) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("expected a score, found NaN in row " + (positives + negatives));
        }
        if (isPositive) {
            positive = withRoom(positive, positives);
            positive[positives++] = score;
        } else {
            negative = withRoom(negative, negatives);
            negative[negatives++] = score;
        }
    }

    private static double[] withRoom(double[] scores, int count) {
        return count < scores.length ? scores : Arrays.copyOf(scores, 2 * count);
    }

    /** The area, from 0 to 1; NaN if all rows are positive or all negative. */
    public double value() {
        double[] up = Arrays.copyOf(positive, positives);
        double[] down = Arrays.copyOf(negative, negatives);
        Arrays.sort(up);
        Arrays.sort(down);
        double halves = 0;
        int smaller = 0;
        int notLarger = 0;
        for (double score : up) {
            while (smaller < negatives && down[smaller] < score) {
                smaller++;
            }
            while (notLarger < negatives && down[notLarger] <= score) {
                notLarger++;
            }
            halves += (double) smaller + notLarger;
        }
        return halves / (2.0 * positives * negatives);
    }
}
