package dev.leibniz.compiler.cli;

import java.util.Arrays;

/** Products and sums in plain Java, in loops of which the JVM makes vectors by itself: what {@link VectorPeak} is without the Vector API. */
final class PlainPeak {
    /** These lie in the innermost cache, and their chains hide each other's latency. */
    private static final int ELEMENTS = 1024;

    private PlainPeak() {}

    /** Floating-point operations of one turn. */
    static int flops() {
        return 8 * ELEMENTS;
    }

    /** Runs some turns; the result depends on each of them. */
    static float run(int turns) {
        float[] values = new float[ELEMENTS];
        Arrays.fill(values, 1);
        for (int turn = 0; turn < turns; turn++) {
            advance(values, 0.999f, 0.001f);
        }
        return values[turns % ELEMENTS];
    }

    private static void advance(float[] values, float factor, float term) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (((values[i] * factor + term) * factor + term) * factor + term) * factor + term;
        }
    }
}
