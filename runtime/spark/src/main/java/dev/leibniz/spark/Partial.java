package dev.leibniz.spark;

import dev.leibniz.training.Gradients;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a task gives back, or several of them together: means over rows, sums of what was measured, and the first fault. */
@SuppressWarnings("serial") // Arrays of numbers can be serialised.
final class Partial implements Serializable {
    private static final long serialVersionUID = 1;

    /** Means over the rows: in synchronous rounds the gradient and the states, in local ones what a trainer keeps. */
    private Object[] means;

    /** The loss and the metrics, times the rows. */
    private double[] sums;

    private long rows;
    private int steps;
    private long fingerprint;
    private long nanos;
    private long longestNanos;

    /** What goes with the means of a trainer and is no tensor. */
    private String[] metadata;

    private @Nullable String fault;
    private int faultPartition = Integer.MAX_VALUE;

    /** Nothing yet. */
    Partial() {
        this(new Object[0], new double[0], new String[0]);
    }

    Partial(Object[] means, double[] sums, String[] metadata) {
        this.means = means;
        this.sums = sums;
        this.metadata = metadata;
    }

    /** What cannot be trained with. */
    static Partial fault(int partition, String what) {
        Partial partial = new Partial();
        partial.fault = what;
        partial.faultPartition = partition;
        return partial;
    }

    /** Counts what was done for it. */
    Partial counting(Block[] blocks, long took) {
        if (fault == null) {
            for (Block block : blocks) {
                rows += block.rows;
                fingerprint += block.fingerprint;
            }
            steps = blocks.length;
        }
        nanos = took;
        longestNanos = took;
        return this;
    }

    /** This one, with another one added behind. */
    Partial join(Partial other) {
        if (other.faultPartition < faultPartition) {
            fault = other.fault;
            faultPartition = other.faultPartition;
        }
        nanos += other.nanos;
        longestNanos = Math.max(longestNanos, other.longestNanos);
        fingerprint += other.fingerprint;
        if (other.steps > steps) {
            metadata = other.metadata;
            steps = other.steps;
        }
        if (rows == 0) {
            means = other.means;
            sums = other.sums;
        } else if (other.rows > 0) {
            for (int i = 0; i < means.length; i++) {
                Gradients.join(means[i], rows, other.means[i], other.rows);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
            }
        }
        rows += other.rows;
        return this;
    }

    Object[] means() {
        return means;
    }

    double[] sums() {
        return sums;
    }

    String[] metadata() {
        return metadata;
    }

    long rows() {
        return rows;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** What all tasks took together to compute. */
    long nanos() {
        return nanos;
    }

    /** What the slowest task took to compute. */
    long longestNanos() {
        return longestNanos;
    }

    @Nullable
    String fault() {
        return fault;
    }
}
