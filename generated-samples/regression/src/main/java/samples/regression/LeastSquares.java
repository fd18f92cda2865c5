package samples.regression;

import java.util.Arrays;
import samples.tables.data.Table;

/** Regression without gradients: equations solved by elimination. Solutions are the weights of the columns, then the constant. */
final class LeastSquares {
    private LeastSquares() {}

    /** Linear regression: the normal equations. */
    static double[] linear(Table table) {
        double[] equal = new double[table.count()];
        Arrays.fill(equal, 1);
        return weighted(table.features(), table.targets(), equal, 0);
    }

    /**
     * Logistic regression with the penalty {@code decay/2·‖w‖²} to the mean loss: Newton's method, each step of which is a weighted linear regression
     * (iteratively reweighted least squares).
     */
    static double[] logistic(Table table, double decay) {
        double[] solution = new double[table.width() + 1];
        double[] weights = new double[table.count()];
        double[] targets = new double[table.count()];
        for (int step = 0; step < 20; step++) {
            for (int row = 0; row < targets.length; row++) {
                double score = solution[table.width()];
                for (int column = 0; column < table.width(); column++) {
                    score += solution[column] * table.features()[row * table.width() + column];
                }
                double probability = 1 / (1 + Math.exp(-score));
                weights[row] = Math.max(probability * (1 - probability), 1e-12);
                targets[row] = score + (table.targets()[row] - probability) / weights[row];
            }
            solution = weighted(table.features(), targets, weights, decay * table.count());
        }
        return solution;
    }

    /** The v with (AᵀSA + ridge·I)·v = AᵀSy, where A is x with a column of ones, S the weights, and the constant is not held small. */
    private static double[] weighted(double[] x, double[] y, double[] weights, double ridge) {
        int width = x.length / y.length;
        double[][] equations = new double[width + 1][width + 2];
        double[] row = new double[width + 2];
        row[width] = 1;
        for (int k = 0; k < y.length; k++) {
            System.arraycopy(x, k * width, row, 0, width);
            row[width + 1] = y[k];
            for (int i = 0; i <= width; i++) {
                for (int j = 0; j < row.length; j++) {
                    equations[i][j] += weights[k] * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            equations[i][i] += ridge;
        }
        return solve(equations);
    }

    /** Gauss and Jordan; the matrix is positive definite, so no pivot is 0. The last column is the right-hand side. */
    private static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int i = 0; i < n; i++) {
                double factor = i == pivot ? 0 : equations[i][pivot] / equations[pivot][pivot];
                for (int j = pivot; j <= n; j++) {
                    equations[i][j] -= factor * equations[pivot][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = equations[i][n] / equations[i][i];
        }
        return solution;
    }
}
