package dev.leibniz.training;

import dev.leibniz.runtime.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where training stands, beside what the trainer itself remembers. */
final class FitState {
    /** The epochs that are done. */
    final List<History.Epoch> epochs = new ArrayList<>();

    /** The next batch of the epoch that is not. */
    int batch;

    /** Steps done in all epochs. */
    long step;

    /** Loss and metrics of the epoch's batches so far, times their rows; and these rows. */
    final double[] sums;

    long rows;

    /** The rate of the last step. */
    double rate = Double.NaN;

    /** The epoch with the least monitored value, −1 before there is one. */
    int best = -1;

    double bestValue = Double.NaN;

    /** Its parameters and states, if they are to be restored. */
    @Nullable
    Object bestParameters;

    @Nullable
    Object bestStates;

    /** The moving average of the parameters, if there is one. */
    @Nullable
    Object average;

    FitState(int metrics) {
        sums = new double[1 + metrics];
    }

    /** The loss and the metrics, each the mean over the epoch's rows so far. */
    double[] means() {
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> sums[i] / rows);
        return means;
    }

    void finishEpoch(History.Epoch epoch) {
        epochs.add(epoch);
        batch = 0;
        rows = 0;
        Arrays.fill(sums, 0);
    }

    /** The last epoch is the best so far. */
    void keepBest(double value, @Nullable Model restorable) {
        best = epochs.size() - 1;
        bestValue = value;
        if (restorable != null) {
            bestParameters = copy(restorable.parameters());
            bestStates = copy(restorable.states());
        }
    }

    /** Renews the moving average after a step; there is none if the decay is 0. */
    void average(Object parameters, double decay) {
        if (decay == 0) {
            return;
        }
        if (average == null) {
            average = copy(parameters);
        } else if (average instanceof float[] floats) {
            float[] now = (float[]) parameters;
            for (int i = 0; i < floats.length; i++) {
                floats[i] += (float) ((1 - decay) * (now[i] - floats[i]));
            }
        } else {
            double[] doubles = (double[]) average;
            double[] now = (double[]) parameters;
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] += (1 - decay) * (now[i] - doubles[i]);
            }
        }
    }

    /** Exchanges the parameters for their average, or back; does nothing if there is no average. */
    void exchangeAverage(Object parameters) {
        if (average != null) {
            Object kept = copy(parameters);
            overwrite(parameters, average);
            overwrite(average, kept);
        }
    }

    void restoreBest(Model model) {
        if (bestParameters != null && bestStates != null) {
            overwrite(model.parameters(), bestParameters);
            overwrite(model.states(), bestStates);
        }
    }

    static int length(Object array) {
        return array instanceof float[] floats ? floats.length : ((double[]) array).length;
    }

    /** As many zeros. */
    static Object like(Object array) {
        return array instanceof float[] floats ? new float[floats.length] : new double[length(array)];
    }

    private static Object copy(Object array) {
        return array instanceof float[] floats ? floats.clone() : ((double[]) array).clone();
    }

    private static void overwrite(Object array, Object kept) {
        System.arraycopy(kept, 0, array, 0, length(array));
    }
}
