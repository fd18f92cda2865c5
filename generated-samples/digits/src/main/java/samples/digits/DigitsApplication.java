package samples.digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Trains the network of {@code Digits.nn}, saves it, loads it again and looks at one digit. */
public final class DigitsApplication {
    private static final long SEED = 42;
    private static final int EPOCHS = 20;
    private static final int BATCH = 64;
    private static final String SHADES = " .:-=+*#%@";

    private DigitsApplication() {}

    /** Takes the file to save the network to; without one, a temporary file. */
    public static void main(String[] arguments) throws IOException {
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempFile("digits", ".safetensors");
        DigitsData data = DigitsData.load();
        System.out.printf(
                Locale.ROOT,
                "Digits: %,d parameters, %,d images to learn from, %,d by other writers to test with%n",
                Digits.PARAMETER_COUNT,
                data.train().count(),
                data.test().count());
        Digits net = train(data, EPOCHS, true);
        net.save(file);
        Digits loaded = Digits.load(file);
        System.out.printf(
                Locale.ROOT, "saved to %s (%,d bytes) and loaded again%n%n", file.getFileName(), Files.size(file));
        show(loaded, data.test(), 7);
        System.out.printf(Locale.ROOT, "%naccuracy on the test images: %.2f %%%n", 100 * accuracy(loaded, data.test()));
    }

    /** A network that has seen the training images {@code epochs} times. */
    static Digits train(DigitsData data, int epochs, boolean verbose) {
        DigitsData train = data.train();
        Digits net = Digits.initialise(SEED);
        Digits.Trainer trainer = net.trainer(BATCH);
        Batches batches = new Batches(train, BATCH, SEED);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            batches.shuffle();
            double loss = 0;
            double correct = 0;
            long start = System.nanoTime();
            for (int batch = 0; batch < batches.count(); batch++) {
                batches.fill(batch);
                loss += trainer.step(batches.images(), batches.labels());
                correct += trainer.accuracy();
            }
            double micros = (System.nanoTime() - start) / 1e3 / batches.count();
            if (verbose) {
                System.out.printf(
                        Locale.ROOT,
                        "epoch %2d  loss %.4f  accuracy %5.1f %%  on unseen writers %5.1f %%  %6.1f µs a step%n",
                        epoch,
                        loss / batches.count(),
                        100 * correct / batches.count(),
                        100 * accuracy(net, data.test()),
                        micros);
            }
        }
        return net;
    }

    /** The share of images whose likeliest digit is the right one. */
    static double accuracy(Digits net, DigitsData data) {
        float[] probabilities = net.predict(data.images());
        int right = 0;
        for (int row = 0; row < data.count(); row++) {
            right += likeliest(probabilities, row) == data.labels()[row] ? 1 : 0;
        }
        return (double) right / data.count();
    }

    private static int likeliest(float[] probabilities, int row) {
        int best = 0;
        for (int digit = 1; digit < 10; digit++) {
            best = probabilities[row * 10 + digit] > probabilities[row * 10 + best] ? digit : best;
        }
        return best;
    }

    private static void show(Digits net, DigitsData data, int row) {
        DigitsData one = data.rows(row, row + 1);
        for (int y = 0; y < 8; y++) {
            StringBuilder line = new StringBuilder("  ");
            for (int x = 0; x < 8; x++) {
                char shade = SHADES.charAt(Math.round(one.images()[y * 8 + x] * (SHADES.length() - 1)));
                line.append(shade).append(shade);
            }
            System.out.println(line);
        }
        float[] probabilities = net.predict(one.images());
        int digit = likeliest(probabilities, 0);
        System.out.printf(
                Locale.ROOT,
                "this is a %d, the network says %d (%.1f %%)%n",
                one.labels()[0],
                digit,
                100 * probabilities[digit]);
    }
}
