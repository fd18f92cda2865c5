package samples.tables.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of measurements, and for each row the number to predict: a class (0, 1, …) or a quantity. */
public final class Table {
    private final String name;
    private final List<String> columns;
    private final double[] features;
    private final double[] targets;

    Table(String name, List<String> columns, double[] features, double[] targets) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.features = features;
        this.targets = targets;
    }

    /** The rows of a table cut in two. */
    public record Fold(Table train, Table test) {}

    /** The rows in an order drawn from a seed (Fisher and Yates). */
    public Table shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] rows = new int[count()];
        for (int row = 0; row < rows.length; row++) {
            int other = random.nextInt(row + 1);
            rows[row] = rows[other];
            rows[other] = row;
        }
        return rows(rows);
    }

    /** Cuts the table in {@code n} parts; each part is once for testing, the others are then for training. */
    public List<Fold> folds(int n) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < n; fold++) {
            int from = fold * count() / n;
            int to = (fold + 1) * count() / n;
            int[] train = new int[count() - (to - from)];
            Arrays.setAll(train, row -> row < from ? row : row + (to - from));
            int[] test = new int[to - from];
            Arrays.setAll(test, row -> from + row);
            folds.add(new Fold(rows(train), rows(test)));
        }
        return folds;
    }

    /** A copy of these rows. */
    public Table rows(int... rows) {
        double[] chosen = new double[rows.length * width()];
        double[] chosenTargets = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(features, rows[row] * width(), chosen, row * width(), width());
            chosenTargets[row] = targets[rows[row]];
        }
        return new Table(name, columns, chosen, chosenTargets);
    }

    /** What the table is about. */
    public String name() {
        return name;
    }

    /** What was measured, one name a column. */
    public List<String> columns() {
        return columns;
    }

    /** The number of rows. */
    public int count() {
        return targets.length;
    }

    /** The number of measurements of a row. */
    public int width() {
        return columns.size();
    }

    /** The measurements, {@code [count, width]}; not a copy. */
    public double[] features() {
        return features;
    }

    /** What is to be predicted, {@code [count]}; not a copy. */
    public double[] targets() {
        return targets;
    }

    /** What is to be predicted, if it is classes. */
    public int[] labels() {
        return Arrays.stream(targets).mapToInt(target -> (int) target).toArray();
    }

    /** The same numbers for a network that computes in float. */
    public static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) numbers[k];
        }
        return floats;
    }
}
