package dev.leibniz.compiler.driver;

import java.util.function.DoubleSupplier;

/**
 * Holds a derivative against central differences of a function at one point, element by element.
 *
 * <p>A difference across a kink (that of {@code abs} or {@code max}, say) says nothing about the derivative beside it. So an element that
 * disagrees is tried again with other steps, then with an extrapolation of these for functions that are steep and curved, and the closest counts; a wrong
 * derivative disagrees with all.
 */
final class CentralDifferences {
    private static final double[] STEPS = {1e-5, 1e-6, 1e-4, 1e-7};

    /** Tried last: longer steps, which the rounding of the function disturbs less, where it is curved. */
    private static final double[] EXTRAPOLATED_STEPS = {1e-4, 1e-3, 1e-5};

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
        Comparison closest = new Comparison(element, symbolic, Double.NaN, Double.NaN);
        for (double step : STEPS) {
            closest = closer(closest, difference(values, element, step));
            if (agrees(closest)) {
                return closest;
            }
        }
        for (double step : EXTRAPOLATED_STEPS) {
            closest = closer(closest, extrapolated(values, element, step));
            if (agrees(closest)) {
                return closest;
            }
        }
        return closest;
    }

    private static boolean agrees(Comparison comparison) {
        return comparison.relativeError() <= GradientReport.TOLERANCE;
    }

    private Comparison closer(Comparison closest, double numeric) {
        double symbolic = closest.symbolic();
        double error = Math.abs(symbolic - numeric) / Math.max(floor, Math.abs(symbolic) + Math.abs(numeric));
        return Double.isNaN(closest.relativeError()) || error < closest.relativeError()
                ? new Comparison(closest.element(), symbolic, numeric, error)
                : closest;
    }

    /** Richardson's extrapolation of two differences, whose error falls with the fourth power of the step. */
    private double extrapolated(double[] values, int element, double step) {
        return (4 * difference(values, element, step / 2) - difference(values, element, step)) / 3;
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
