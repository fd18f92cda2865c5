package samples.anomaly;

import java.util.Locale;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Trains the network of {@code Autoencoder.nn} on the digits 0 to 4; whatever it draws badly after that is taken for something else. */
public final class AnomalyApplication {
    /** Digits below this one are known, the others are to be found. */
    static final int UNKNOWN = 5;

    private static final long SEED = 1;
    private static final int EPOCHS = 100;
    private static final int BATCH = 32;
    private static final int BINS = 16;
    private static final double WIDEST = 0.32;

    private AnomalyApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        DigitsData data = DigitsData.load();
        Autoencoder net = train(data.train());
        DigitsData known = data.test().where(digit -> digit < UNKNOWN);
        DigitsData unknown = data.test().where(digit -> digit >= UNKNOWN);
        Autoencoder.Prediction ofKnown = net.predict(known.images());
        Autoencoder.Prediction ofUnknown = net.predict(unknown.images());
        System.out.println(
                "The network has learned to draw the digits 0 to 4. Each pair: a digit it has not seen, and what it draws.");
        draw(known, ofKnown.drawing());
        draw(unknown, ofUnknown.drawing());
        histogram(ofKnown.surprise(), ofUnknown.surprise());
        System.out.printf(
                Locale.ROOT,
                "%nOf a known digit and one it does not know, the other surprises it more in %.1f %% of pairs (ROC-AUC).%n",
                100 * auc(ofKnown.surprise(), ofUnknown.surprise()));
    }

    /** A network that has seen the known digits among these. */
    static Autoencoder train(DigitsData data) {
        Autoencoder net = Autoencoder.initialise(SEED);
        Autoencoder.Trainer trainer = net.trainer(BATCH);
        Batches batches = new Batches(data.where(digit -> digit < UNKNOWN), BATCH, SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            batches.shuffle();
            for (int batch = 0; batch < batches.count(); batch++) {
                batches.fill(batch);
                trainer.step(batches.images());
            }
        }
        return net;
    }

    /** The share of pairs in which the second number is the larger one; equal ones count half. */
    static double auc(float[] known, float[] unknown) {
        double larger = 0;
        for (float one : known) {
            for (float other : unknown) {
                larger += other > one ? 1 : other == one ? 0.5 : 0;
            }
        }
        return larger / known.length / unknown.length;
    }

    /** The first image of each digit, beside its drawing. */
    private static void draw(DigitsData data, float[] drawings) {
        System.out.println();
        for (int y = 0; y < DigitsData.SIDE; y++) {
            StringBuilder line = new StringBuilder();
            for (int digit = 0; digit < 10; digit++) {
                for (int row = 0; row < data.count(); row++) {
                    if (data.labels()[row] == digit) {
                        line.append(DigitsData.line(data.images(), row, y))
                                .append(' ')
                                .append(DigitsData.line(drawings, row, y))
                                .append("    ");
                        break;
                    }
                }
            }
            System.out.println(line.toString().stripTrailing());
        }
    }

    private static void histogram(float[] known, float[] unknown) {
        int[][] counts = new int[BINS][2];
        for (float surprise : known) {
            counts[bin(surprise)][0]++;
        }
        for (float surprise : unknown) {
            counts[bin(surprise)][1]++;
        }
        System.out.printf("%nHow far the drawings are off (root of the mean square), of known digits and others:%n%n");
        for (int bin = 0; bin < BINS; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "%.2f %62s | %s%n",
                    bin * WIDEST / BINS,
                    "o".repeat(counts[bin][0]),
                    "#".repeat(counts[bin][1]));
        }
    }

    private static int bin(double surprise) {
        return Math.min(BINS - 1, (int) (surprise / WIDEST * BINS));
    }
}
