package dev.leibniz.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to stop, and which epoch is the best.
 *
 * @param patience how many epochs without a better one are borne
 * @param metric what is looked at on the validation data; the loss if there is none
 * @param largest whether the largest metric is the best
 */
record EarlyStopping(int patience, @Nullable String metric, boolean largest) {

    /** What the best epoch has least of. */
    double monitored(List<String> metrics, double[] validated) {
        if (metric == null) {
            return validated[0];
        }
        double value = validated[1 + metrics.indexOf(metric)];
        return largest ? -value : value;
    }

    /** As checkpoints keep it, and messages say it. */
    @Override
    public String toString() {
        return patience + " epochs, by the "
                + (metric == null ? "least loss" : (largest ? "largest " : "least ") + metric);
    }
}
