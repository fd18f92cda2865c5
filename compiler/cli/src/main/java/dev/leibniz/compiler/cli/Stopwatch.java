package dev.leibniz.compiler.cli;

import java.util.Arrays;

/** How long something takes once the JVM has compiled it. */
final class Stopwatch {
    private static final int ROUNDS = 9;

    private Stopwatch() {}

    /** Microseconds of one run: the median of rounds, and the least. */
    record Result(double medianMicros, double leastMicros) {}

    /** Runs it for some seconds to warm up, then as long in rounds that are timed. */
    static Result measure(Runnable operation, double seconds) {
        long warmed = System.nanoTime() + (long) (seconds * 1e9);
        long runs = 0;
        long began = System.nanoTime();
        do {
            operation.run();
            runs++;
        } while (System.nanoTime() < warmed);
        double each = (System.nanoTime() - began) / (double) runs;
        long perRound = Math.max(1, (long) (seconds * 1e9 / ROUNDS / each));
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
}
