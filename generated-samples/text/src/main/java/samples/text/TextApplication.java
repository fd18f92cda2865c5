package samples.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** Trains the network of {@code Writer.nn} on a text, and has it write on. */
public final class TextApplication {
    static final int CONTEXT = 64;

    /** How far writing looks back: the last places of a piece are seldom looked back at in training, and what is told from there is worse. */
    private static final int LOOK_BACK = 48;

    private static final long SEED = 1;
    private static final int STEPS = 2500;
    private static final int BATCH = 8;
    private static final int WARM_UP = 50;
    private static final int REPORT = 250;
    private static final double RATE = 4e-3;

    private TextApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Text text = Text.load();
        System.out.printf(
                Locale.ROOT,
                "Writer: %,d parameters, %,d characters to learn from%n",
                Writer.PARAMETER_COUNT,
                text.length());
        Writer net = train(text, STEPS, true);
        System.out.printf(Locale.ROOT, "loss on the whole text: %.3f nats a character%n%n", loss(net, text));
        System.out.println(write(net, "The License", 600, 0.7, SEED));
    }

    /** A network that has seen {@code steps} batches of pieces of the text. */
    static Writer train(Text text, int steps, boolean verbose) {
        Writer net = Writer.initialise(SEED);
        Writer.Trainer trainer = net.trainer(BATCH, CONTEXT);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] pieces = new int[BATCH * CONTEXT];
        int[] following = new int[BATCH * CONTEXT];
        double loss = 0;
        for (int step = 1; step <= steps; step++) {
            for (int row = 0; row < BATCH; row++) {
                int from = random.nextInt(text.length() - CONTEXT);
                System.arraycopy(text.numbers(), from, pieces, row * CONTEXT, CONTEXT);
                System.arraycopy(text.numbers(), from + 1, following, row * CONTEXT, CONTEXT);
            }
            net.setRate((float) rate(step, steps));
            loss += trainer.step(BATCH, CONTEXT, pieces, following);
            if (verbose && step % REPORT == 0) {
                System.out.printf(Locale.ROOT, "step %4d  loss %.3f  ", step, loss / REPORT);
                System.out.println(write(net, "The ", 60, 0.7, step).replace('\n', '|'));
                loss = 0;
            }
        }
        return net;
    }

    /** Rises in a line, then falls like half a cosine: what attention looks at is found in the first steps, and large ones would spoil it. */
    private static double rate(int step, int steps) {
        double warm = Math.min(1, (double) step / WARM_UP);
        return RATE * warm * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }

    /** The mean of −ln of the probability of each character, told from those before it in its piece. */
    static double loss(Writer net, Text text) {
        int rows = (text.length() - 1) / CONTEXT;
        int end = rows * CONTEXT;
        return net.evaluate(
                rows,
                CONTEXT,
                Arrays.copyOf(text.numbers(), end),
                Arrays.copyOfRange(text.numbers(), 1, end + 1),
                net.workspace(rows, CONTEXT));
    }

    /**
     * The beginning and {@code count} characters more, each drawn from what the network thinks of the last characters. The lower the
     * temperature, the likelier are likely characters.
     */
    static String write(Writer net, String beginning, int count, double temperature, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = beginning.length();
        int[] written = Arrays.copyOf(new Text(beginning).numbers(), length + count);
        for (; length < written.length; length++) {
            int[] context = Arrays.copyOfRange(written, Math.max(0, length - LOOK_BACK), length);
            written[length] = draw(net.predict(1, context.length, context), temperature, random);
        }
        return new Text(written).toString();
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
}
