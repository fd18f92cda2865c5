package samples.digits.convolution;

import java.util.Locale;
import java.util.SplittableRandom;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Trains the network of {@code LeNet.nn} and tests it on digits by writers it has not seen. */
public final class LeNetApplication {
    private static final long SEED = 1;
    private static final int EPOCHS = 20;
    private static final int BATCH = 32;
    private static final int SIDE = DigitsData.SIDE;
    private static final double RATE = 3e-3;

    private LeNetApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        DigitsData data = DigitsData.load();
        System.out.printf(
                Locale.ROOT,
                "LeNet: %,d parameters, %,d images to learn from, %,d by other writers to test with%n",
                LeNet.PARAMETER_COUNT,
                data.train().count(),
                data.test().count());
        LeNet net = train(data, EPOCHS, true);
        System.out.printf(Locale.ROOT, "accuracy on the test images: %.2f %%%n", 100 * accuracy(net, data.test()));
    }

    /** A network that has seen the training images {@code epochs} times. */
    static LeNet train(DigitsData data, int epochs, boolean verbose) {
        LeNet net = LeNet.initialise(SEED);
        LeNet.Trainer trainer = net.trainer(BATCH);
        Batches batches = new Batches(data.train(), BATCH, SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            // Smaller and smaller steps towards the end: half a cosine.
            net.setRate((float) (RATE * (1 + Math.cos(Math.PI * (epoch - 1) / epochs)) / 2));
            batches.shuffle();
            double loss = 0;
            double correct = 0;
            for (int batch = 0; batch < batches.count(); batch++) {
                batches.fill(batch);
                loss += trainer.step(shifted(batches.images(), random), batches.labels());
                correct += trainer.accuracy();
            }
            if (verbose) {
                System.out.printf(
                        Locale.ROOT,
                        "epoch %2d  loss %.4f  accuracy %5.1f %%  on unseen writers %5.1f %%%n",
                        epoch,
                        loss / batches.count(),
                        100 * correct / batches.count(),
                        100 * accuracy(net, data.test()));
            }
        }
        return net;
    }

    /** The images, each moved by at most one pixel down and to the right: other writers do not write in quite the same place. */
    private static float[] shifted(float[] images, SplittableRandom random) {
        float[] shifted = new float[images.length];
        for (int image = 0; image < images.length; image += DigitsData.PIXELS) {
            int down = random.nextInt(-1, 2);
            int right = random.nextInt(-1, 2);
            for (int y = Math.max(0, down); y < Math.min(SIDE, SIDE + down); y++) {
                for (int x = Math.max(0, right); x < Math.min(SIDE, SIDE + right); x++) {
                    shifted[image + y * SIDE + x] = images[image + (y - down) * SIDE + x - right];
                }
            }
        }
        return shifted;
    }

    /** The share of images whose likeliest digit is the right one. */
    static double accuracy(LeNet net, DigitsData data) {
        float[] probabilities = net.predict(data.images());
        int right = 0;
        for (int row = 0; row < data.count(); row++) {
            int best = 0;
            for (int digit = 1; digit < 10; digit++) {
                best = probabilities[row * 10 + digit] > probabilities[row * 10 + best] ? digit : best;
            }
            right += best == data.labels()[row] ? 1 : 0;
        }
        return (double) right / data.count();
    }
}
