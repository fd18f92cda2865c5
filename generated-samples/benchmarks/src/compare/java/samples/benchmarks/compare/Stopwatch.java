package samples.benchmarks.compare;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Times what takes nanoseconds to seconds: first calls that do not count, so that the JIT has compiled all, then slices of
 * many calls.
 *
 * @param seconds of the calls that count
 */
record Stopwatch(double seconds) {
    private static final int SLICES = 25;

    /** Of calls that do not count, at least; more as long as they become faster. */
    private static final double WARM_SECONDS = 3;

    private static final double MOST_WARM_SECONDS = 60;

    private static final int MOST_LATENCIES = 2_000_000;

    /** What is timed. */
    @FunctionalInterface
    interface Action {
        void run();
    }

    /** Times of single calls in nanoseconds, sorted; the time it takes to read the clock is part of each. */
    record Latencies(long[] nanos) {
        /** In microseconds; NaN of too few calls to tell. */
        double quantile(double share) {
            int above = (int) Math.floor(nanos.length * (1 - share));
            return above == 0 ? Double.NaN : nanos[nanos.length - 1 - above] / 1e3;
        }
    }

    /** Microseconds of a call: the median of the slices' means. */
    double micros(Action action) {
        int calls = (int) Math.max(1, Math.min(1 << 30, seconds / SLICES / warm(action)));
        double[] slices = new double[10_000];
        int count = 0;
        long begin = System.nanoTime();
        do {
            long from = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                action.run();
            }
            slices[count++] = (System.nanoTime() - from) / 1e3 / calls;
        } while (count < slices.length && since(begin) < seconds);
        return Figures.median(Arrays.copyOf(slices, count));
    }

    /** Single calls; those of {@link #micros} are to have come before. */
    Latencies latencies(Action action) {
        long[] nanos = new long[MOST_LATENCIES];
        int count = 0;
        long begin = System.nanoTime();
        do {
            long from = System.nanoTime();
            action.run();
            nanos[count++] = System.nanoTime() - from;
        } while (count < nanos.length && since(begin) < seconds);
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** By how much a call moves the counter. */
    static double perCall(Action action, LongSupplier counter) {
        int calls = 20;
        long before = counter.getAsLong();
        for (int i = 0; i < calls; i++) {
            action.run();
        }
        return (double) (counter.getAsLong() - before) / calls;
    }

    /** Seconds of a call, when they have become what they will stay: when two seconds one after the other bring no more. */
    private static double warm(Action action) {
        double best = Double.POSITIVE_INFINITY;
        int windows = 0;
        int bestWindow = 0;
        long begin = System.nanoTime();
        while (since(begin) < WARM_SECONDS || windows < bestWindow + 2 && since(begin) < MOST_WARM_SECONDS) {
            double mean = window(action);
            windows++;
            if (mean < 0.9 * best) {
                bestWindow = windows;
            }
            best = Math.min(best, mean);
        }
        return best;
    }

    /** Seconds of a call in the next second. */
    private static double window(Action action) {
        int calls = 0;
        long begin = System.nanoTime();
        do {
            action.run();
            calls++;
        } while (since(begin) < 1);
        return since(begin) / calls;
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
