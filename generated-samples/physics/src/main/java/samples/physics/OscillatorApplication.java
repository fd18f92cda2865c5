package samples.physics;

import java.util.Locale;

/** Trains the network of {@code Oscillator.nn}, draws the function it is, and compares it with the solution sin(x) / sin(5). */
public final class OscillatorApplication {
    private static final long SEED = 1;
    private static final int STEPS = 3000;
    private static final int POINTS = 64;
    private static final double END = 5;
    private static final double RATE = 0.01;
    private static final int HALF = 30;

    private OscillatorApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.println("u'' + u = 0, u(0) = 0, u(5) = 1");
        System.out.println();
        Oscillator net = train(true);
        draw(net);
        System.out.printf(Locale.ROOT, "%nlargest error of u at 1,001 points: %.1e%n", largestError(net));
    }

    static Oscillator train(boolean verbose) {
        Oscillator net = Oscillator.initialise(SEED);
        Oscillator.Trainer trainer = net.trainer(POINTS);
        float[] x = points(POINTS);
        for (int step = 0; step <= STEPS; step++) {
            // Smaller and smaller steps towards the end: half a cosine.
            net.setRate((float) (RATE * (1 + Math.cos(Math.PI * step / STEPS)) / 2));
            float loss = trainer.step(x);
            if (verbose && step % (STEPS / 6) == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "step %4d  mean (u'' + u)^2 = %.1e  largest error of u = %.1e%n",
                        step,
                        loss,
                        largestError(net));
            }
        }
        return net;
    }

    /** The largest difference between the network and the solution. */
    static double largestError(Oscillator net) {
        float[] x = points(1001);
        float[] u = net.predict(x).solution();
        double largest = 0;
        for (int k = 0; k < x.length; k++) {
            largest = Math.max(largest, Math.abs(u[k] - exact(x[k])));
        }
        return largest;
    }

    /** The solution, as pen and paper give it. */
    static double exact(double x) {
        return Math.sin(x) / Math.sin(END) + 0.0; // not -0.0 at 0
    }

    /** Points at equal distances, the ends among them. */
    static float[] points(int count) {
        float[] x = new float[count];
        for (int k = 0; k < count; k++) {
            x[k] = (float) (END * k / (count - 1));
        }
        return x;
    }

    private static void draw(Oscillator net) {
        float[] x = points(21);
        Oscillator.Prediction prediction = net.predict(x);
        System.out.printf(
                "%n    x         u    sin(x)/sin(5)       u'   -1%su: *  u': .%s1%n",
                " ".repeat(HALF - 6), " ".repeat(HALF - 6));
        for (int k = 0; k < x.length; k++) {
            StringBuilder line = new StringBuilder(" ".repeat(2 * HALF + 3));
            line.setCharAt(HALF + 1, '|');
            line.setCharAt(at(prediction.derivative()[k]), '.');
            line.setCharAt(at(prediction.solution()[k]), '*');
            System.out.printf(
                    Locale.ROOT,
                    "%5.2f  %8.4f  %13.4f  %9.4f  %s%n",
                    x[k],
                    prediction.solution()[k],
                    exact(x[k]),
                    prediction.derivative()[k],
                    line.toString().stripTrailing());
        }
    }

    private static int at(double value) {
        return HALF + 1 + (int) Math.round(value * HALF);
    }
}
