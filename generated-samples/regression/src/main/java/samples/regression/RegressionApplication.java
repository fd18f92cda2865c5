package samples.regression;

import java.util.Locale;
import samples.tables.data.Standardisation;
import samples.tables.data.Table;
import samples.tables.data.Tables;

/** Trains the networks of {@code Linear.nn} and {@code Logistic.nn} and compares what they learn with the exact solutions. */
public final class RegressionApplication {
    static final int STEPS = 10_000;

    /** {@code 0.005·l2(w)} in {@code Logistic.nn} is {@code DECAY/2·‖w‖²}. */
    static final double DECAY = 0.01;

    private static final int BAR = 24;

    private RegressionApplication() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        Table diabetes = standardised(Tables.diabetes());
        double[] linear = new double[diabetes.width() + 1];
        double loss = trainLinear(diabetes, linear);
        double variance = variance(diabetes.targets());
        System.out.printf(
                Locale.ROOT,
                "Linear regression: %d patients, diabetes a year later; R2 = %.4f%n%n",
                diabetes.count(),
                1 - loss / variance);
        print(diabetes, linear, "closed form", LeastSquares.linear(diabetes));

        Table tumours = standardised(Tables.breastCancer());
        double[] logistic = new double[tumours.width() + 1];
        double accuracy = trainLogistic(tumours, logistic);
        System.out.printf(
                Locale.ROOT,
                "%nLogistic regression: %d tumours, is it benign? %.1f %% of these are told right%n%n",
                tumours.count(),
                100 * accuracy);
        print(tumours, logistic, "Newton", LeastSquares.logistic(tumours, DECAY));
    }

    static Table standardised(Table table) {
        return Standardisation.of(table).apply(table);
    }

    /** Puts the weights and the constant that training finds into an array; the mean squared error. */
    static double trainLinear(Table table, double[] solution) {
        Linear net = Linear.initialise(0);
        Linear.Trainer trainer = net.trainer(table.count());
        for (int step = 0; step < STEPS; step++) {
            trainer.step(table.features(), table.targets());
        }
        System.arraycopy(net.parameters(), 0, solution, 0, solution.length);
        return trainer.loss();
    }

    /** Puts the weights and the constant that training finds into an array; the share of rows that are told right. */
    static double trainLogistic(Table table, double[] solution) {
        Logistic net = Logistic.initialise(0);
        Logistic.Trainer trainer = net.trainer(table.count());
        for (int step = 0; step < STEPS; step++) {
            trainer.step(table.features(), table.targets());
        }
        System.arraycopy(net.parameters(), 0, solution, 0, solution.length);
        return trainer.accuracy();
    }

    private static double variance(double[] numbers) {
        double sum = 0;
        double squares = 0;
        for (double number : numbers) {
            sum += number;
            squares += number * number;
        }
        return squares / numbers.length - sum * sum / numbers.length / numbers.length;
    }

    private static void print(Table table, double[] trained, String method, double[] exact) {
        System.out.printf("%-26s %11s %12s %11s%n", "", "trained", method, "difference");
        double largest = 0;
        for (int column = 0; column < table.width(); column++) {
            largest = Math.max(largest, Math.abs(exact[column]));
        }
        for (int column = 0; column <= table.width(); column++) {
            boolean constant = column == table.width();
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %11.6f %12.6f %11.1e%s%n",
                    constant ? "(constant)" : table.columns().get(column),
                    trained[column],
                    exact[column],
                    trained[column] - exact[column],
                    constant ? "" : bar(trained[column] / largest));
        }
    }

    /** A bar to the left of the middle for a negative number, to the right for a positive one. */
    private static String bar(double share) {
        int length = (int) Math.round(Math.min(1, Math.abs(share)) * BAR);
        return "  " + (share < 0 ? " ".repeat(BAR - length) + "#".repeat(length) : " ".repeat(BAR)) + "|"
                + (share < 0 ? "" : "#".repeat(length));
    }
}
