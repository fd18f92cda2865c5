package samples.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/** Trains the network of {@code Namer.nn} on given names, and has it make up some. */
public final class NamesApplication {
    static final int LONGEST = 24;

    private static final long SEED = 1;
    private static final int EPOCHS = 12;
    private static final int BATCH = 32;
    private static final int UNSEEN = 150;
    private static final double RATE = 5e-3;

    private NamesApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        NameList names = NameList.load(SEED);
        System.out.printf(
                Locale.ROOT,
                "Namer: %,d parameters, %,d names, of which it does not see %d%n",
                Namer.PARAMETER_COUNT,
                names.count(),
                UNSEEN);
        Namer net = train(names, EPOCHS, true);
        for (double temperature : new double[] {0.5, 0.8, 1.1}) {
            SplittableRandom random = new SplittableRandom(SEED);
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String name = generate(net, temperature, random);
                made.add(capitalised(name) + (names.names().contains(name) ? "*" : ""));
            }
            System.out.printf(Locale.ROOT, "temperature %.1f: %s%n", temperature, String.join(" ", made));
        }
        System.out.println("Names with a star are in the list.");
    }

    /** The names that are learned: all but some. */
    static NameList seen(NameList names) {
        return names.part(UNSEEN, names.count());
    }

    static NameList unseen(NameList names) {
        return names.part(0, UNSEEN);
    }

    /** A network that has read all names but the unseen {@code epochs} times. */
    static Namer train(NameList names, int epochs, boolean verbose) {
        Namer net = Namer.initialise(SEED);
        Namer.Trainer trainer = net.trainer(BATCH, LONGEST);
        List<String> order = new ArrayList<>(seen(names).names());
        Random random = new Random(SEED);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            net.setRate((float) (RATE * (1 + Math.cos(Math.PI * (epoch - 1) / epochs)) / 2));
            Collections.shuffle(order, random);
            NameList all = new NameList(order);
            for (int from = 0; from < all.count(); from += BATCH) {
                NameList.Batch batch = all.part(from, from + BATCH).batch();
                trainer.step(batch.rows(), batch.width(), batch.before(), batch.after(), batch.lengths());
            }
            if (verbose) {
                System.out.printf(
                        Locale.ROOT,
                        "epoch %2d  loss %.3f nats a character, on unseen names %.3f  %s%n",
                        epoch,
                        loss(net, all),
                        loss(net, unseen(names)),
                        capitalised(generate(net, 0.8, new SplittableRandom(epoch))));
            }
        }
        return net;
    }

    /** The mean of −ln of the probability of each character and mark of these names. */
    static double loss(Namer net, NameList names) {
        NameList.Batch batch = names.batch();
        return net.evaluate(
                batch.rows(),
                batch.width(),
                batch.before(),
                batch.after(),
                batch.lengths(),
                net.workspace(batch.rows(), batch.width()));
    }

    /**
     * A name, drawn character by character until its end, or cut off after {@link #LONGEST} characters. The lower the temperature, the likelier are
     * likely characters: each probability is raised to the power of its inverse.
     */
    static String generate(Namer net, double temperature, SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        while (name.length() < LONGEST) {
            int[] before = new int[name.length() + 1];
            before[0] = NameList.MARK;
            for (int i = 0; i < name.length(); i++) {
                before[i + 1] = NameList.number(name.charAt(i));
            }
            int drawn = draw(net.predict(1, before.length, before), temperature, random);
            if (drawn == NameList.MARK) {
                break;
            }
            name.append(NameList.character(drawn));
        }
        return name.toString();
    }

    private static int draw(float[] probabilities, double temperature, SplittableRandom random) {
        double[] sums = new double[probabilities.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.pow(probabilities[i], 1 / temperature);
            sums[i] = sum;
        }
        double at = random.nextDouble() * sum;
        int drawn = 0;
        while (sums[drawn] <= at) {
            drawn++;
        }
        return drawn;
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
