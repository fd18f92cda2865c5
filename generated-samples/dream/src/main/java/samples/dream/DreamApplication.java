package samples.dream;

import java.util.Locale;
import java.util.SplittableRandom;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Trains the network of {@code Dreamer.nn}, then climbs the gradient by the image from noise to what the network holds for a digit. */
public final class DreamApplication {
    /** One image for each digit. */
    static final int[] DIGITS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static final long SEED = 1;
    private static final int EPOCHS = 30;
    private static final int BATCH = 32;
    private static final double NOISE = 0.3;
    static final int STEPS = 200;
    private static final float RATE = 0.05f;

    private DreamApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        DigitsData data = DigitsData.load();
        Dreamer net = train(data.train());
        System.out.printf(
                Locale.ROOT,
                "The network tells %.1f %% of digits right that it has not seen.%n",
                100 * accuracy(net, data.test()));
        float[] images = noise();
        float[] before = net.predict(images, DIGITS).certainty();
        dream(net, images, STEPS);
        float[] after = net.predict(images, DIGITS).certainty();
        System.out.printf(
                "%nEach image began as noise and moved %d steps towards its digit; above it how sure the network was and is.%n",
                STEPS);
        print(images, before, after);
    }

    static Dreamer train(DigitsData data) {
        Dreamer net = Dreamer.initialise(SEED);
        Dreamer.Trainer trainer = net.trainer(BATCH);
        Batches batches = new Batches(data, BATCH, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            batches.shuffle();
            for (int batch = 0; batch < batches.count(); batch++) {
                batches.fill(batch);
                // With noise the network cannot lean on single pixels, so its gradient is smoother.
                float[] images = batches.images().clone();
                for (int k = 0; k < images.length; k++) {
                    images[k] += (float) (NOISE * random.nextGaussian());
                }
                trainer.step(images, batches.labels());
            }
        }
        return net;
    }

    /** The share of digits that are told right. */
    static double accuracy(Dreamer net, DigitsData data) {
        Dreamer.Workspace workspace = net.workspace(data.count());
        net.evaluate(data.images(), data.labels(), workspace);
        return workspace.accuracy();
    }

    /** Ten grey images with a little noise. */
    static float[] noise() {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] images = new float[DIGITS.length * DigitsData.PIXELS];
        for (int k = 0; k < images.length; k++) {
            images[k] = (float) (NOISE * random.nextDouble());
        }
        return images;
    }

    /** Moves each image towards its digit, in steps of one length, within the range of pixels. */
    static void dream(Dreamer net, float[] images, int steps) {
        for (int step = 0; step < steps; step++) {
            float[] uphill = net.predict(images, DIGITS).uphill();
            for (int image = 0; image < images.length; image += DigitsData.PIXELS) {
                double norm = 1e-12;
                for (int k = image; k < image + DigitsData.PIXELS; k++) {
                    norm += uphill[k] * uphill[k];
                }
                for (int k = image; k < image + DigitsData.PIXELS; k++) {
                    double pixel = 0.99 * images[k] + RATE * uphill[k] / Math.sqrt(norm);
                    images[k] = (float) Math.min(1, Math.max(0, pixel));
                }
            }
        }
    }

    private static void print(float[] images, float[] before, float[] after) {
        for (int first = 0; first < DIGITS.length; first += 5) {
            System.out.println();
            for (int digit = first; digit < first + 5; digit++) {
                String title = String.format(
                        Locale.ROOT, "%d: %.0f %% -> %.1f %%", digit, 100 * before[digit], 100 * after[digit]);
                System.out.printf("%-20s", title);
            }
            System.out.println();
            for (int y = 0; y < DigitsData.SIDE; y++) {
                for (int digit = first; digit < first + 5; digit++) {
                    System.out.print(DigitsData.line(images, digit, y).replaceAll(".", "$0$0") + "    ");
                }
                System.out.println();
            }
        }
    }
}
