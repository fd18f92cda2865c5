package dev.leibniz.spark;

import java.util.Arrays;

/** The median of the last durations. */
final class RecentMedian {
    private final long[] recent = new long[101];
    private int count;

    void add(long nanos) {
        recent[count % recent.length] = nanos;
        count++;
    }

    double seconds() {
        long[] sorted = Arrays.copyOf(recent, Math.min(count, recent.length));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e9;
    }
}
