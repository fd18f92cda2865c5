package samples.benchmarks;

import java.util.SplittableRandom;

/** Random inputs of a fixed seed. */
final class Data {
    private Data() {}

    /** {@code count} numbers from a standard normal distribution. */
    static float[] normal(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** {@code count} class numbers below {@code classes}. */
    static int[] labels(int count, int classes) {
        SplittableRandom random = new SplittableRandom(2);
        return random.ints(count, 0, classes).toArray();
    }
}
