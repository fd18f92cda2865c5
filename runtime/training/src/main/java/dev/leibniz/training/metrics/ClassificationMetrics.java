package dev.leibniz.training.metrics;

import java.util.Arrays;

/**
 * Measures of predictions of one of several classes, from a score for each class. The class predicted is that of the largest score, the first of several, or of
 * the first NaN.
 */
public final class ClassificationMetrics {
    private final int classes;
    private final long[][] confusion;
    private final long[] ranks;
    private long rows;
    private double logLoss;

    /** @param classes how many there are, at least 1 */
    public ClassificationMetrics(int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("expected at least 1 class, found " + classes);
        }
        this.classes = classes;
        this.confusion = new long[classes][classes];
        this.ranks = new long[classes];
    }

    /**
     * Adds the predictions of some rows.
     *
     * @param scores a score for each row and class; {@link #logLoss} takes them for probabilities
     * @param labels the class of each row
     */
    public void add(float[] scores, int[] labels, int count) {
        for (int row = 0; row < count; row++) {
            double[] of = new double[classes];
            for (int i = 0; i < classes; i++) {
                of[i] = scores[row * classes + i];
            }
            add(of, labels[row]);
        }
    }

    /** The same for doubles. */
    public void add(double[] scores, int[] labels, int count) {
        for (int row = 0; row < count; row++) {
            add(Arrays.copyOfRange(scores, row * classes, (row + 1) * classes), labels[row]);
        }
    }

    private void add(double[] scores, int label) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("expected a label in 0.." + classes + ", found " + label);
        }
        int predicted = 0;
        int rank = 0;
        for (int i = 0; i < classes; i++) {
            if (isBefore(scores, i, predicted)) {
                predicted = i;
            }
            if (isBefore(scores, i, label)) {
                rank++;
            }
        }
        confusion[label][predicted]++;
        ranks[rank]++;
        rows++;
        logLoss -= Math.log(scores[label]);
    }

    /** Whether class i is predicted rather than class j: NaN before numbers, then the larger, then the first. */
    private static boolean isBefore(double[] scores, int i, int j) {
        if (Double.isNaN(scores[i]) || Double.isNaN(scores[j])) {
            return Double.isNaN(scores[i]) && (i < j || !Double.isNaN(scores[j]));
        }
        return scores[i] > scores[j] || scores[i] == scores[j] && i < j;
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** The rows of each class, first index, by the class predicted, second index. */
    public long[][] confusion() {
        return Arrays.stream(confusion).map(long[]::clone).toArray(long[][]::new);
    }

    /** The share of rows whose class was predicted; NaN without rows. */
    public double accuracy() {
        return topK(1);
    }

    /** The share of rows whose class has one of the k largest scores; NaN without rows. */
    public double topK(int k) {
        return (double) Arrays.stream(ranks, 0, Math.min(k, classes)).sum() / rows;
    }

    /** Of the rows that were predicted to be of a class, the share that are; NaN if none was. */
    public double precision(int label) {
        return (double) confusion[label][label] / predicted(label);
    }

    /** Of the rows of a class, the share that was predicted to be; NaN if there are none. */
    public double recall(int label) {
        return (double) confusion[label][label]
                / Arrays.stream(confusion[label]).sum();
    }

    /** The harmonic mean of precision and recall; 0 if no row of the class was found, NaN if it has none and was never predicted. */
    public double f1(int label) {
        return 2.0
                * confusion[label][label]
                / (predicted(label) + Arrays.stream(confusion[label]).sum());
    }

    /** The mean of {@link #f1} over the classes for which it is a number. */
    public double macroF1() {
        double sum = 0;
        int count = 0;
        for (int label = 0; label < classes; label++) {
            if (!Double.isNaN(f1(label))) {
                sum += f1(label);
                count++;
            }
        }
        return sum / count;
    }

    /** The mean of −ln of the probability of each row's class, in nats; ∞ if one was 0. */
    public double logLoss() {
        return logLoss / rows;
    }

    private long predicted(int label) {
        return Arrays.stream(confusion).mapToLong(row -> row[label]).sum();
    }
}
