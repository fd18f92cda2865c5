package dev.leibniz.training;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Less of the rate where the loss has stopped to fall.
 *
 * @param patience how many epochs without a smaller loss are borne
 * @param factor what the rate is multiplied by after one more
 */
record Plateau(int patience, double factor) {

    /** What the rate is multiplied by after all epochs so far. */
    double factor(List<History.Epoch> epochs, ToDoubleFunction<History.Epoch> loss) {
        double product = 1;
        double best = Double.POSITIVE_INFINITY;
        int wait = 0;
        for (History.Epoch epoch : epochs) {
            if (loss.applyAsDouble(epoch) < best) {
                best = loss.applyAsDouble(epoch);
                wait = 0;
            } else if (++wait > patience) {
                product *= factor;
                wait = 0;
            }
        }
        return product;
    }

    /** As checkpoints keep it, and messages say it. */
    @Override
    public String toString() {
        return patience + " epochs, times " + factor;
    }
}
