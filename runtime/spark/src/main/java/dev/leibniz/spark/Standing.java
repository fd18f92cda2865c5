package dev.leibniz.spark;

import dev.leibniz.training.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where training stands, beside what the trainer itself remembers. */
final class Standing {
    /** The epochs that are done. */
    final List<History.Epoch> epochs = new ArrayList<>();

    /** Steps of the epoch that is not. */
    int step;

    /** Rounds in all epochs. */
    long rounds;

    /** Blocks that were passed in all of them. */
    long passes;

    /** Loss and metrics of the epoch so far, times their rows; and these rows. */
    final double[] sums;

    long rows;

    /** The rate of the last step; NaN if the network has none. */
    double rate = Double.NaN;

    Standing(int metrics) {
        sums = new double[1 + metrics];
    }

    /** Adds what a partition measured. */
    void add(Partial partial) {
        for (int i = 0; i < partial.sums().length; i++) {
            sums[i] += partial.sums()[i];
        }
        rows += partial.rows();
    }

    /** The loss and the metrics, each the mean over the epoch's rows so far. */
    double[] means() {
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> sums[i] / rows);
        return means;
    }

    /** @param validation what was measured on the validation data */
    void finishEpoch(double[] validation) {
        epochs.add(new History.Epoch(means(), validation, rate));
        step = 0;
        rows = 0;
        Arrays.fill(sums, 0);
    }
}
