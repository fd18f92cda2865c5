package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.INFINITY;
import static dev.leibniz.runtime.kernel.VectorConstants.NAN;
import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.ZERO;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.ints;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link VectorFunctions} made of log x = n log 2 + log(1 + f), n whole, f in [√½ − 1, √2 − 1), with a polynomial. */
final class VectorLogarithms {
    private static final FloatVector MINUS_INFINITY = floats(Float.NEGATIVE_INFINITY);
    private static final FloatVector MINUS_ONE = floats(-1);
    private static final FloatVector MINUS_HALF = floats(-0.5f);
    private static final FloatVector LEAST_NORMAL = floats(Float.MIN_NORMAL);
    private static final FloatVector SCALE = floats(0x1p23f);
    private static final FloatVector SCALE_EXPONENT = floats(23);
    private static final IntVector ROOT_HALF_BITS = ints(0x3f3504f3);
    private static final IntVector FRACTION = ints(0x7fffff);

    private static final IntVector EXPONENT = ints(0xff800000);
    private static final IntVector ONE_BITS = ints(0x3f800000);

    /** Larger numbers are made smaller by a power of 2, so that 2⁻ⁿ is a normal number. */
    private static final FloatVector LARGE = floats(0x1p100f);

    private static final FloatVector SHRINK = floats(0x1p-24f);
    private static final FloatVector SHRINK_EXPONENT = floats(24);

    /** log 2 in two parts, the first of 15 bits, whose multiples by n are exact. */
    private static final FloatVector LN2_HIGH = floats(0.693145751953125f);

    private static final FloatVector LN2_LOW = floats(1.4286068e-06f);

    /** (log(1 + f) − f + f²/2)/f³ by powers of f. */
    private static final FloatVector P_8 = floats(0.069725186f);

    private static final FloatVector P_7 = floats(-0.11481212f);
    private static final FloatVector P_6 = floats(0.11685785f);
    private static final FloatVector P_5 = floats(-0.12425523f);
    private static final FloatVector P_4 = floats(0.14249007f);
    private static final FloatVector P_3 = floats(-0.16667807f);
    private static final FloatVector P_2 = floats(0.20000717f);
    private static final FloatVector P_1 = floats(-0.24999997f);
    private static final FloatVector P_0 = floats(0.3333333f);

    private VectorLogarithms() {}

    static void log(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            VectorMask<Float> tiny = v.compare(VectorOperators.LT, LEAST_NORMAL);
            IntVector bits = v.blend(v.mul(SCALE), tiny).reinterpretAsInts().sub(ROOT_HALF_BITS);
            FloatVector f =
                    bits.and(FRACTION).add(ROOT_HALF_BITS).reinterpretAsFloats().sub(ONE);
            FloatVector whole =
                    (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
            FloatVector exponent = whole.sub(ZERO.blend(SCALE_EXPONENT, tiny));
            FloatVector p = P_8.fma(f, P_7).fma(f, P_6).fma(f, P_5).fma(f, P_4);
            p = p.fma(f, P_3).fma(f, P_2).fma(f, P_1).fma(f, P_0);
            FloatVector square = f.mul(f);
            FloatVector rest = exponent.fma(LN2_LOW, square.mul(f).mul(p));
            FloatVector result = exponent.fma(LN2_HIGH, f.add(square.fma(MINUS_HALF, rest)));
            // −∞ at the pole, NaN below it, +∞ and NaN as they are.
            result = v.blend(result, v.compare(VectorOperators.LT, INFINITY));
            result = result.blend(NAN, v.compare(VectorOperators.LT, ZERO));
            result.blend(MINUS_INFINITY, v.compare(VectorOperators.EQ, ZERO)).intoArray(x, i);
        }
    }

    static void log1p(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            VectorMask<Float> large = v.compare(VectorOperators.GT, LARGE);
            FloatVector y = v.blend(v.mul(SHRINK), large);
            IntVector bits = y.add(ONE).reinterpretAsInts().sub(ROOT_HALF_BITS);
            // (1 + y) 2⁻ⁿ − 1, rounded once, so that nothing is lost by the sum above.
            FloatVector scale = ONE_BITS.sub(bits.and(EXPONENT)).reinterpretAsFloats();
            FloatVector f = y.fma(scale, scale.sub(ONE));
            FloatVector whole =
                    (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
            FloatVector exponent = whole.add(ZERO.blend(SHRINK_EXPONENT, large));
            FloatVector p = P_8.fma(f, P_7).fma(f, P_6).fma(f, P_5).fma(f, P_4);
            p = p.fma(f, P_3).fma(f, P_2).fma(f, P_1).fma(f, P_0);
            FloatVector square = f.mul(f);
            FloatVector rest = exponent.fma(LN2_LOW, square.mul(f).mul(p));
            FloatVector result = exponent.fma(LN2_HIGH, f.add(square.fma(MINUS_HALF, rest)));
            // −∞ at the pole, NaN below it, +∞ and NaN as they are.
            result = v.blend(result, v.compare(VectorOperators.LT, INFINITY));
            result = result.blend(NAN, v.compare(VectorOperators.LT, MINUS_ONE));
            result = result.blend(MINUS_INFINITY, v.compare(VectorOperators.EQ, MINUS_ONE));
            result.blend(v, v.compare(VectorOperators.EQ, ZERO)).intoArray(x, i);
        }
    }
}
