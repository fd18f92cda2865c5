package samples.tables.data;

/**
 * Shifts and scales each column so that it has mean 0 and variance 1 in one table, that of the training rows. Other tables are shifted and scaled
 * the same way, so nothing about them leaks into training.
 */
public final class Standardisation {
    private final double[] means;
    private final double[] deviations;

    private Standardisation(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Means and deviations of the columns of a table. */
    public static Standardisation of(Table table) {
        int width = table.width();
        double[] features = table.features();
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int column = 0; column < width; column++) {
            double sum = 0;
            for (int at = column; at < features.length; at += width) {
                sum += features[at];
            }
            means[column] = sum / table.count();
            double squares = 0;
            for (int at = column; at < features.length; at += width) {
                squares += (features[at] - means[column]) * (features[at] - means[column]);
            }
            deviations[column] = Math.sqrt(squares / table.count());
        }
        return new Standardisation(means, deviations);
    }

    /** A table with the same columns, shifted and scaled. */
    public Table apply(Table table) {
        double[] features = table.features().clone();
        for (int at = 0; at < features.length; at++) {
            int column = at % means.length;
            features[at] = (features[at] - means[column]) / deviations[column];
        }
        return new Table(table.name(), table.columns(), features, table.targets());
    }
}
