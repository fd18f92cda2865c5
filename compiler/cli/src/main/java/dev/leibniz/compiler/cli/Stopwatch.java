package dev.leibniz.compiler.cli;

import java.util.Arrays;

/** How long something takes once the JVM has compiled it. */
final class Stopwatch {
    private static final int ROUNDS = 9;

    /** Into so many parts the time to warm up is divided; as many that bring nothing are enough. */
    private static final int WINDOWS = 10;

    private static final int MOST_WARM_UP = 5;

    /** What takes at least this share of the best so far is no improvement. */
    private static final double CALM = 0.95;

    private Stopwatch() {}

    /** Microseconds of one run: the median of rounds, and the least. */
    record Result(double medianMicros, double leastMicros) {}

    /** Warms up, then runs it for as long again, in rounds that are timed. */
    static Result measure(Runnable operation, double seconds) {
        double best = warmUp(operation, seconds);
        long perRound = Math.max(1, (long) (seconds * 1e9 / ROUNDS / best));
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            for (long run = 0; run < perRound; run++) {
                operation.run();
            }
            micros[round] = (System.nanoTime() - from) / 1e3 / perRound;
        }
        Arrays.sort(micros);
        return new Result(micros[ROUNDS / 2], micros[0]);
    }

    /** Runs it for some seconds, and on, up to five times as long, until it gets no faster; gives the least nanoseconds of one run. */
    static double warmUp(Runnable operation, double seconds) {
        double window = seconds / WINDOWS;
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int calm = 0; spent < seconds || calm < WINDOWS && spent < MOST_WARM_UP * seconds; ) {
            double[] timed = timed(operation, window);
            calm = timed[0] < CALM * best ? 0 : calm + 1;
            best = Math.min(best, timed[0]);
            spent += timed[1];
        }
        return best;
    }

    /** Nanoseconds of one run, the mean of as many as fit into so many seconds. */
    static double mean(Runnable operation, double seconds) {
        return timed(operation, seconds)[0];
    }

    /** Nanoseconds of one run, the mean of as many as fit into so many seconds, and the seconds that they took. */
    private static double[] timed(Runnable operation, double seconds) {
        long from = System.nanoTime();
        long runs = 0;
        long passed;
        do {
            operation.run();
            runs++;
            passed = System.nanoTime() - from;
        } while (passed < seconds * 1e9);
        return new double[] {passed / (double) runs, passed / 1e9};
    }
}
