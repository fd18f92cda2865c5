package dev.leibniz.compiler.cli;

import dev.leibniz.runtime.kernel.Simd;
import java.util.function.Supplier;

/**
 * What one thread of this machine can do at most with floats, as far as Java gets it to, measured here and now.
 *
 * @param flops floating-point operations a second on numbers that lie in registers
 * @param bytes read from memory and written to it a second
 */
record Machine(double flops, double bytes) {
    private static final int TURNS = 1000;

    /** Of each measurement, and more as long as it gets faster: the JVM may take half of them to compile it. */
    private static final double SECONDS = 0.6;

    private static final int MOST_ATTEMPTS = 5;

    /** Too many for the caches of most machines, if the heap has room for them. */
    private static final int TRIAD_ELEMENTS = 1 << 24;

    static Machine measure() {
        double plain = rate(PlainPeak.flops(), () -> PlainPeak.run(TURNS));
        double vectors = Simd.available() ? vectors(plain) : 0;
        return new Machine(Math.max(vectors, plain), bandwidth());
    }

    /** What several threads can do if none is in another's way; a vector holds half as many doubles as floats. */
    Machine on(int threads, boolean doublePrecision) {
        return new Machine(threads * flops / (doublePrecision ? 2 : 1), threads * bytes);
    }

    /** Vectors that are slower than plain Java are not compiled yet, since the JVM is busy with other code. */
    private static double vectors(double plain) {
        double best = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && best < plain; attempt++) {
            best = Math.max(best, rate(VectorPeak.flops(), () -> VectorPeak.run(TURNS)));
        }
        return best;
    }

    private static double rate(int flopsOfATurn, Supplier<Float> work) {
        float[] last = {0};
        double nanos = Stopwatch.warmUp(() -> last[0] += work.get(), SECONDS);
        return used(last[0]) ? 1e9 * TURNS * flopsOfATurn / nanos : 0;
    }

    /** Bytes a second of {@code a = b + s·c}. */
    private static double bandwidth() {
        int elements = (int) Math.min(TRIAD_ELEMENTS, Runtime.getRuntime().maxMemory() / 32);
        float[] a = new float[elements];
        float[] b = new float[elements];
        float[] c = new float[elements];
        double nanos = Stopwatch.warmUp(() -> triad(a, b, c, 2), SECONDS);
        return used(a[elements / 2]) ? 1e9 * 3 * Float.BYTES * elements / nanos : 0;
    }

    private static void triad(float[] a, float[] b, float[] c, float factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + factor * c[i];
        }
    }

    /** Always true, but the compiler does not know. */
    private static boolean used(float value) {
        return value != Float.MIN_VALUE;
    }
}
