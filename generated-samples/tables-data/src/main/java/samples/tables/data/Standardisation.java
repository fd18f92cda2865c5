package samples.tables.data;

/**
 * Shifts and scales each column so that it has mean 0 and variance 1 in one table, that of the training rows. Other tables are shifted and scaled
 * the same way, so nothing about them leaks into training.
 */
public final class Standardisation {
    private final double[] means;
    private final double[] deviations;
    private final double targetMean;
    private final double targetDeviation;

    private Standardisation(double[] means, double[] deviations, double targetMean, double targetDeviation) {
        this.means = means;
        this.deviations = deviations;
        this.targetMean = targetMean;
        this.targetDeviation = targetDeviation;
    }

    /** Means and deviations of the columns of a table, and of its targets. */
    public static Standardisation of(Table table) {
        double[] means = new double[table.width()];
        double[] deviations = new double[table.width()];
        for (int column = 0; column < means.length; column++) {
            means[column] = mean(table.features(), column, means.length);
            deviations[column] = deviation(table.features(), column, means.length, means[column]);
        }
        double targetMean = mean(table.targets(), 0, 1);
        return new Standardisation(means, deviations, targetMean, deviation(table.targets(), 0, 1, targetMean));
    }

    private static double mean(double[] numbers, int first, int stride) {
        double sum = 0;
        for (int at = first; at < numbers.length; at += stride) {
            sum += numbers[at];
        }
        return sum * stride / numbers.length;
    }

    private static double deviation(double[] numbers, int first, int stride, double mean) {
        double squares = 0;
        for (int at = first; at < numbers.length; at += stride) {
            squares += (numbers[at] - mean) * (numbers[at] - mean);
        }
        return Math.sqrt(squares * stride / numbers.length);
    }

    /** A table with the same columns, shifted and scaled; its targets stay as they are. */
    public Table apply(Table table) {
        double[] features = table.features().clone();
        for (int at = 0; at < features.length; at++) {
            int column = at % means.length;
            features[at] = (features[at] - means[column]) / deviations[column];
        }
        return new Table(table.name(), table.columns(), features, table.targets());
    }

    /** The targets of a table, shifted and scaled. */
    public double[] targets(Table table) {
        double[] targets = table.targets().clone();
        for (int row = 0; row < targets.length; row++) {
            targets[row] = (targets[row] - targetMean) / targetDeviation;
        }
        return targets;
    }
}
