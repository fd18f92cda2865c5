package dev.leibniz.compiler.cli;

import java.util.function.DoubleSupplier;

/**
 * Holds a gradient against central differences of the loss, element by element.
 *
 * <p>A difference across a kink (that of {@code abs} or {@code max}, say) says nothing about the derivative beside it. So an
 * element that disagrees is tried again with other steps, and the closest counts; a wrong derivative disagrees with all.
 */
final class GradientCheck {
    /** The largest relative error that still is rounding. */
    static final double TOLERANCE = 1e-6;

    private static final double[] STEPS = {1e-5, 1e-6, 1e-4, 1e-7};

    /** Gradients below this share of the loss drown in the rounding of the differences. */
    private static final double FLOOR = 1e-3;

    private final DoubleSupplier loss;
    private final double floor;

    /**
     * A check of gradients at one point.
     *
     * @param loss the loss at the values that the variables' arrays hold when it is called
     */
    GradientCheck(DoubleSupplier loss) {
        this.loss = loss;
        this.floor = FLOOR * Math.max(1, Math.abs(loss.getAsDouble()));
    }

    /** A tensor that the loss depends on, and the gradient to check, both row-major. */
    record Variable(String name, double[] values, double[] gradient) {}

    /** The element of a variable that disagrees most. */
    record Result(String name, int elements, int worst, double symbolic, double numeric, double relativeError) {
        /** Whether everything agrees; NaN never does. */
        boolean agrees() {
            return relativeError <= TOLERANCE;
        }
    }

    /** Checks every element; the values are the same again afterwards. */
    Result check(Variable variable) {
        Result worst = new Result(variable.name(), variable.values().length, 0, 0, 0, 0);
        for (int element = 0; element < variable.values().length; element++) {
            Result result = check(variable, element);
            if (!(result.relativeError() <= worst.relativeError())) {
                worst = result;
            }
            if (Double.isNaN(worst.relativeError())) {
                return worst;
            }
        }
        return worst;
    }

    private Result check(Variable variable, int element) {
        double symbolic = variable.gradient()[element];
        double closest = Double.NaN;
        double error = Double.NaN;
        for (double step : STEPS) {
            double numeric = difference(variable.values(), element, step);
            double relative = relativeError(symbolic, numeric);
            if (Double.isNaN(error) || relative < error) {
                closest = numeric;
                error = relative;
            }
            if (error <= TOLERANCE) {
                break;
            }
        }
        return new Result(variable.name(), variable.values().length, element, symbolic, closest, error);
    }

    private double difference(double[] values, int element, double step) {
        double value = values[element];
        double high = value + step * Math.max(1, Math.abs(value));
        double low = value - step * Math.max(1, Math.abs(value));
        values[element] = high;
        double above = loss.getAsDouble();
        values[element] = low;
        double below = loss.getAsDouble();
        values[element] = value;
        return (above - below) / (high - low);
    }

    private double relativeError(double symbolic, double numeric) {
        return Math.abs(symbolic - numeric) / Math.max(floor, Math.abs(symbolic) + Math.abs(numeric));
    }
}
