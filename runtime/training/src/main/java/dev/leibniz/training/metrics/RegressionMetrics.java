package dev.leibniz.training.metrics;

/** Measures of predicted numbers. */
public final class RegressionMetrics {
    private long count;
    private double absolute;
    private double squared;
    private double mean;
    private double deviations;

    /** Of no predictions yet. */
    public RegressionMetrics() {}

    /** Adds some predictions and what they should have been. */
    public void add(float[] predicted, float[] targets, int rows) {
        for (int i = 0; i < rows; i++) {
            add(predicted[i], targets[i]);
        }
    }

    /** The same for doubles. */
    public void add(double[] predicted, double[] targets, int rows) {
        for (int i = 0; i < rows; i++) {
            add(predicted[i], targets[i]);
        }
    }

    /** The sum of squared deviations from the mean is renewed with each number (B. P. Welford, 1962). */
    private void add(double predicted, double target) {
        count++;
        absolute += Math.abs(predicted - target);
        squared += (predicted - target) * (predicted - target);
        double before = target - mean;
        mean += before / count;
        deviations += before * (target - mean);
    }

    /** How many numbers were added. */
    public long count() {
        return count;
    }

    /** The mean absolute error; NaN without numbers. */
    public double meanAbsoluteError() {
        return absolute / count;
    }

    /** The mean squared error; NaN without numbers. */
    public double meanSquaredError() {
        return squared / count;
    }

    /** The share of the targets' variance that predictions explain, 1 − Σ(p − t)² / Σ(t − t̄)²; not finite if the targets are all the same. */
    public double r2() {
        return 1 - squared / deviations;
    }
}
