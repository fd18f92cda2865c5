package dev.leibniz.runtime.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Prints nanoseconds and allocated bytes per element of functions applied to 4096 floats, the best of all rounds. */
final class FunctionsBenchmark {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final String[] NAMES = {
        "exp",
        "expm1",
        "log",
        "log1p",
        "tanh",
        "sigmoid",
        "softplus",
        "erf",
        "sin",
        "pow",
        "round",
        "sum",
        "Math.exp",
        "Math.tanh"
    };

    private FunctionsBenchmark() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] x = new float[4096];
        float[] y = new float[4096];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 1000f + 0.01f;
        }
        System.out.println(System.getProperty("java.version") + ", " + S.length() + " lanes");
        for (int f = 0; f < NAMES.length; f++) {
            long best = Long.MAX_VALUE;
            long bytes = 0;
            for (int round = -rounds; round < rounds; round++) {
                long allocated =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                long start = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    run(f, x, y);
                }
                best = Math.min(best, System.nanoTime() - start);
                bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-9s %6.2f ns %6.2f bytes%n",
                    NAMES[f],
                    best / 20.0 / x.length,
                    bytes / 20.0 / x.length);
        }
    }

    private static void run(int function, float[] x, float[] y) {
        switch (function) {
            case 0 -> exp(x, y);
            case 1 -> expm1(x, y);
            case 2 -> log(x, y);
            case 3 -> log1p(x, y);
            case 4 -> tanh(x, y);
            case 5 -> sigmoid(x, y);
            case 6 -> softplus(x, y);
            case 7 -> erf(x, y);
            case 8 -> sin(x, y);
            case 9 -> pow(x, y);
            case 10 -> round(x, y);
            case 11 -> sum(x, y);
            case 12 -> mathExp(x, y);
            default -> mathTanh(x, y);
        }
    }

    private static void exp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.exp(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void expm1(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.expm1(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void log(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.log(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void log1p(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.log1p(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void tanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.tanh(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void sigmoid(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.sigmoid(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void softplus(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.softplus(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void erf(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.erf(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void sin(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.sin(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void round(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            VectorFunctions.round(FloatVector.fromArray(S, x, i)).intoArray(y, i);
        }
    }

    private static void pow(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            VectorFunctions.pow(v, v).intoArray(y, i);
        }
    }

    private static void sum(float[] x, float[] y) {
        for (int i = 0; i < x.length; i += S.length()) {
            y[i] = VectorFunctions.sum(FloatVector.fromArray(S, x, i));
        }
    }

    private static void mathExp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.exp(x[i]);
        }
    }

    private static void mathTanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.tanh(x[i]);
        }
    }
}
