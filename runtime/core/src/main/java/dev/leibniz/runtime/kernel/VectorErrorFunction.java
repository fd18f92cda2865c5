package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.withSignOf;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The error function of {@link VectorFunctions}: x + x·P(x²) near 0, else 1 − e^(x·R(x)) with the sign of x. */
final class VectorErrorFunction {
    private static final FloatVector BORDER = floats(0.92f);

    /** From here on the result is 1. */
    private static final FloatVector GREATEST = floats(3.95f);

    /** erf(x)/x − 1 by powers of x². */
    private static final FloatVector NEAR_6 = floats(8.399778e-05f);

    private static final FloatVector NEAR_5 = floats(-0.00081500504f);
    private static final FloatVector NEAR_4 = floats(0.0052017146f);
    private static final FloatVector NEAR_3 = floats(-0.026859691f);
    private static final FloatVector NEAR_2 = floats(0.11283701f);
    private static final FloatVector NEAR_1 = floats(-0.37612635f);
    private static final FloatVector NEAR_0 = floats(0.12837917f);

    /** log(erfc(x))/x by powers of x. */
    private static final FloatVector FAR_8 = floats(3.0463409e-07f);

    private static final FloatVector FAR_7 = floats(-5.0154595e-06f);
    private static final FloatVector FAR_6 = floats(1.6958213e-05f);
    private static final FloatVector FAR_5 = floats(0.00025759122f);
    private static final FloatVector FAR_4 = floats(-0.0036181423f);
    private static final FloatVector FAR_3 = floats(0.023935594f);
    private static final FloatVector FAR_2 = floats(-0.10658348f);
    private static final FloatVector FAR_1 = floats(-0.63488615f);
    private static final FloatVector FAR_0 = floats(-1.1287231f);

    private VectorErrorFunction() {}

    static FloatVector erf(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector y = magnitude.blend(GREATEST, magnitude.compare(VectorOperators.GT, GREATEST));
        FloatVector r = FAR_8.fma(y, FAR_7);
        r = r.fma(y, FAR_6);
        r = r.fma(y, FAR_5);
        r = r.fma(y, FAR_4);
        r = r.fma(y, FAR_3);
        r = r.fma(y, FAR_2);
        r = r.fma(y, FAR_1);
        r = r.fma(y, FAR_0);
        FloatVector far = withSignOf(x, ONE.sub(VectorExponentials.exp(y.mul(r))));
        FloatVector square = x.mul(x);
        FloatVector p = NEAR_6.fma(square, NEAR_5);
        p = p.fma(square, NEAR_4);
        p = p.fma(square, NEAR_3);
        p = p.fma(square, NEAR_2);
        p = p.fma(square, NEAR_1);
        p = p.fma(square, NEAR_0);
        return far.blend(x.fma(p, x), magnitude.compare(VectorOperators.LT, BORDER));
    }
}
