package samples.benchmarks.compare;

import samples.benchmarks.Tiny;

/** An application that predicts once. */
final class FirstPrediction {
    private FirstPrediction() {}

    /** Makes a network and asks it. */
    public static void main(String[] arguments) {
        float[] z = Tiny.initialise(1).predict(new float[] {1, 2, 3, 4});
        if (z.length != 3) {
            throw new AssertionError("three numbers, not " + z.length);
        }
    }
}
