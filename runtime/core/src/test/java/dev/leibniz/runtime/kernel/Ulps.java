package dev.leibniz.runtime.kernel;

/** Distances from exact results in units in the last place. */
final class Ulps {
    private Ulps() {}

    /** How far a float lies from the exact result; NaN matches NaN, and zeros must agree in sign. */
    static double between(float actual, double exact) {
        float nearest = (float) exact;
        if (Float.isNaN(actual) || Float.isNaN(nearest)) {
            return Float.isNaN(actual) == Float.isNaN(nearest) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Float.isInfinite(actual) || Float.isInfinite(nearest)) {
            return overflow(actual, exact, nearest);
        }
        if (exact == 0) {
            return Float.compare(actual, nearest) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(actual - exact) / Math.ulp(nearest);
    }

    /** How far a double lies from the exact result, given as a double and what it lacks. */
    static double between(double actual, double exact, double rest) {
        if (Double.isNaN(actual) || Double.isNaN(exact)) {
            return Double.isNaN(actual) == Double.isNaN(exact) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (actual == exact && rest == 0) {
            return Double.compare(actual, exact) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs((actual - exact) - rest) / Math.ulp(exact);
    }

    /** At the border of the range, infinity counts as 2¹²⁸. */
    private static double overflow(float actual, double exact, float nearest) {
        if (actual == nearest) {
            return 0;
        }
        double value = Float.isInfinite(actual) ? Math.copySign(0x1p128, actual) : actual;
        return Math.abs(value - exact) / Math.ulp(Float.MAX_VALUE);
    }
}
