package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.SIGN;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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

    static void erf(float[] array, int x, int spare, int count) {
        for (int i = 0; i < count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, array, x + i);
            v.intoArray(array, spare + i);
            FloatVector magnitude = v.abs();
            FloatVector y = magnitude.blend(GREATEST, magnitude.compare(VectorOperators.GT, GREATEST));
            FloatVector r = FAR_8.fma(y, FAR_7).fma(y, FAR_6).fma(y, FAR_5).fma(y, FAR_4);
            r = r.fma(y, FAR_3).fma(y, FAR_2).fma(y, FAR_1).fma(y, FAR_0);
            y.mul(r).intoArray(array, x + i);
        }
        VectorExponentials.exp(array, x, count);
        for (int i = 0; i < count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, array, spare + i);
            FloatVector rest = ONE.sub(FloatVector.fromArray(S, array, x + i));
            IntVector sign = v.reinterpretAsInts().and(SIGN);
            FloatVector far = rest.reinterpretAsInts().or(sign).reinterpretAsFloats();
            FloatVector square = v.mul(v);
            FloatVector p = NEAR_6.fma(square, NEAR_5).fma(square, NEAR_4).fma(square, NEAR_3);
            p = p.fma(square, NEAR_2).fma(square, NEAR_1).fma(square, NEAR_0);
            far.blend(v.fma(p, v), v.abs().compare(VectorOperators.LT, BORDER)).intoArray(array, x + i);
        }
    }
}
