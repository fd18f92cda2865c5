package samples.residual;

import dev.leibniz.runtime.Model;
import dev.leibniz.runtime.Parameter;
import java.util.Locale;
import samples.digits.data.Batches;
import samples.digits.data.DigitsData;

/** Shows how large the gradients of each block of the networks of {@code Residual.nn} are, then trains both. */
public final class ResidualApplication {
    static final int BLOCKS = 50;

    private static final long SEED = 1;
    static final int BATCH = 32;
    private static final int EPOCHS = 5;
    private static final int DECADES = 36;

    private ResidualApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        DigitsData data = DigitsData.load();
        Model plain = plain();
        Model residual = residual();
        System.out.println("Norm of the gradient of each block before training, a character for each factor of 10");
        print(gradientNorms(plain, data.train()), "h <- f(h): multiplied by f'(h) in every block");
        print(gradientNorms(residual, data.train()), "h <- h + f(h): multiplied by 1 + f'(h)");
        System.out.printf(
                "%nDigits told right that the networks have not seen, in %%%n%n%5s  %10s  %14s%n",
                "epoch", "h <- f(h)", "h <- h + f(h)");
        Model.Training trainPlain = plain.training(BATCH);
        Model.Training trainResidual = residual.training(BATCH);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            train(trainPlain, data.train(), epoch);
            train(trainResidual, data.train(), epoch);
            System.out.printf(
                    Locale.ROOT,
                    "%5d  %10.1f  %14.1f%n",
                    epoch,
                    100 * accuracy(plain, data.test()),
                    100 * accuracy(residual, data.test()));
        }
    }

    static Model plain() {
        return Plain.initialise(SEED).asModel();
    }

    static Model residual() {
        return Residual.initialise(SEED).asModel();
    }

    /** The norm of the gradient of each block's weights and biases, first block first. */
    static double[] gradientNorms(Model model, DigitsData data) {
        float[] gradient = new float[((float[]) model.parameters()).length];
        model.lossAndGradient(inputs(data), new int[] {data.count()}, gradient);
        double[] norms = new double[BLOCKS];
        for (Parameter parameter : model.parameterList()) {
            if (parameter.path().startsWith("body[")) {
                int block = Integer.parseInt(
                        parameter.path().substring(5, parameter.path().indexOf(']')));
                for (int k = 0; k < parameter.length(); k++) {
                    double number = gradient[parameter.offset() + k];
                    norms[block] += number * number;
                }
            }
        }
        for (int block = 0; block < BLOCKS; block++) {
            norms[block] = Math.sqrt(norms[block]);
        }
        return norms;
    }

    /** One epoch. */
    static void train(Model.Training training, DigitsData data, long seed) {
        Batches batches = new Batches(data, BATCH, seed);
        batches.shuffle();
        for (int batch = 0; batch < batches.count(); batch++) {
            batches.fill(batch);
            training.step(new Object[] {batches.images(), batches.labels()}, new int[] {BATCH});
        }
    }

    static double accuracy(Model model, DigitsData data) {
        return model.evaluate(inputs(data), new int[] {data.count()})[1];
    }

    private static Object[] inputs(DigitsData data) {
        return new Object[] {data.images(), data.labels()};
    }

    private static void print(double[] norms, String title) {
        System.out.printf("%n%s%n%n", title);
        for (int block = 0; block < BLOCKS; block += block == 0 ? 4 : 5) {
            int length = (int) Math.round(DECADES + Math.log10(norms[block]));
            System.out.printf(
                    Locale.ROOT, "block %2d  %8.1e  %s%n", block + 1, norms[block], "#".repeat(Math.max(0, length)));
        }
    }
}
