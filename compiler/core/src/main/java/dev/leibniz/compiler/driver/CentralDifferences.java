package dev.leibniz.compiler.driver;

import java.util.function.DoubleSupplier;

/**
 * Holds a derivative against central differences of a function at one point, element by element.
 *
 * <p>A difference across a kink (that of {@code abs} or {@code max}, say) says nothing about the derivative beside it. So an element that
 * disagrees is tried again with other steps, and the closest counts; a wrong derivative disagrees with all.
 */
final class CentralDifferences {
    private static final double[] STEPS = {1e-5, 1e-6, 1e-4, 1e-7};

    /** Derivatives below this share of the function's value drown in the rounding of the differences. */
    private static final double FLOOR = 1e-3;

    private final DoubleSupplier function;
    private final double floor;

    /** @param function its value for what the arrays given to {@link #check} hold when it is called */
    CentralDifferences(DoubleSupplier function) {
        this.function = function;
        this.floor = FLOOR * Math.max(1, Math.abs(function.getAsDouble()));
    }

    /** A derivative by one element, and what the differences say; a relative error of NaN disagrees. */
    record Comparison(int element, double symbolic, double numeric, double relativeError) {
        boolean worseThan(double error) {
            return !(relativeError <= error);
        }
    }

    /** Compares the derivative by {@code values[element]}, which is the same again afterwards. */
    Comparison check(double[] values, int element, double symbolic) {
        double closest = Double.NaN;
        double error = Double.NaN;
        for (double step : STEPS) {
            double numeric = difference(values, element, step);
            double relative = Math.abs(symbolic - numeric) / Math.max(floor, Math.abs(symbolic) + Math.abs(numeric));
            if (Double.isNaN(error) || relative < error) {
                closest = numeric;
                error = relative;
            }
            if (error <= GradientReport.TOLERANCE) {
                break;
            }
        }
        return new Comparison(element, symbolic, closest, error);
    }

    private double difference(double[] values, int element, double step) {
        double value = values[element];
        double high = value + step * Math.max(1, Math.abs(value));
        double low = value - step * Math.max(1, Math.abs(value));
        values[element] = high;
        double above = function.getAsDouble();
        values[element] = low;
        double below = function.getAsDouble();
        values[element] = value;
        return (above - below) / (high - low);
    }
}
