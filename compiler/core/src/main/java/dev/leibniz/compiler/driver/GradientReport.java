package dev.leibniz.compiler.driver;

import java.util.List;

/**
 * How the symbolic gradients of a network agree with central differences of its loss.
 *
 * @param sizes what the free sizes were, as {@code N=3, T=4}
 * @param stabilised whether the numeric side computes the loss in its stable form, because as it is written it is not finite at the point
 * @param rows one for each parameter and float input, in the order of declaration; none if the loss is not finite either way
 */
public record GradientReport(String network, String sizes, double loss, boolean stabilised, List<Row> rows) {
    /** The largest relative error that still is rounding. */
    public static final double TOLERANCE = 1e-6;

    public GradientReport {
        rows = List.copyOf(rows);
    }

    /**
     * A tensor and its element that agrees least.
     *
     * @param name the path of a parameter, the name of an input
     * @param shape as {@code [3, 64]}
     * @param checked how many elements were compared
     * @param index of the element that agrees least, as {@code [0, 7]}
     */
    public record Row(
            String name,
            String shape,
            int elements,
            int checked,
            String index,
            double symbolic,
            double numeric,
            double relativeError) {
        /** Whether all compared elements agree; NaN never does. */
        public boolean agrees() {
            return relativeError <= TOLERANCE;
        }
    }

    /** Whether there was something to compare. */
    public boolean isComparable() {
        return Double.isFinite(loss);
    }

    public boolean agrees() {
        return isComparable() && rows.stream().allMatch(Row::agrees);
    }
}
