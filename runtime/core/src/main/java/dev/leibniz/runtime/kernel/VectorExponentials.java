package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.HALF;
import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.ROUNDER;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.SIGN;
import static dev.leibniz.runtime.kernel.VectorConstants.ZERO;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.ints;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** The functions of {@link VectorFunctions} made of eˣ = 2ⁿ eʳ, n whole and |r| ≤ ½ log 2, with a polynomial for eʳ. */
final class VectorExponentials {
    private static final FloatVector LOG2_E = floats(1.442695f);

    /** −log 2 in two parts, the first of 15 bits, whose multiples by n are exact. */
    private static final FloatVector MINUS_LN2_HIGH = floats(-0.693145751953125f);

    private static final FloatVector MINUS_LN2_LOW = floats(-1.4286068e-06f);

    private static final FloatVector EXP_LEAST = floats(-104);
    private static final FloatVector EXPM1_LEAST = floats(-18);
    private static final FloatVector GREATEST = floats(89);
    private static final FloatVector EXPM1_TINY = floats(0x1p-25f);
    private static final FloatVector TANH_GREATEST = floats(10);
    private static final FloatVector TWO = floats(2);
    private static final IntVector ROUNDER_BITS = ints(0x4b400000);
    private static final IntVector BIAS = ints(127);
    private static final IntVector BIAS_LESS_1 = ints(126);

    /** (eʳ − 1 − r)/r² by powers of r. */
    private static final FloatVector Q_4 = floats(0.0013926321f);

    private static final FloatVector Q_3 = floats(0.00836325f);
    private static final FloatVector Q_2 = floats(0.041666552f);
    private static final FloatVector Q_1 = floats(0.16666576f);
    private static final FloatVector Q_0 = floats(0.5f);

    private VectorExponentials() {}

    static void exp(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            v = v.blend(EXP_LEAST, v.compare(VectorOperators.LT, EXP_LEAST));
            v = v.blend(GREATEST, v.compare(VectorOperators.GT, GREATEST));
            FloatVector rounder = v.fma(LOG2_E, ROUNDER);
            FloatVector n = rounder.sub(ROUNDER);
            FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, v));
            FloatVector q = Q_4.fma(r, Q_3).fma(r, Q_2).fma(r, Q_1).fma(r, Q_0);
            FloatVector power = q.fma(r.mul(r), r).add(ONE);
            // In two steps, for n from −150, where the result is subnormal, to 128, where it overflows.
            IntVector whole = rounder.reinterpretAsInts().sub(ROUNDER_BITS);
            IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
            IntVector first = half.add(BIAS).lanewise(VectorOperators.LSHL, 23);
            IntVector second = whole.sub(half).add(BIAS).lanewise(VectorOperators.LSHL, 23);
            power.mul(first.reinterpretAsFloats())
                    .mul(second.reinterpretAsFloats())
                    .intoArray(x, i);
        }
    }

    static void expm1(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector whole = FloatVector.fromArray(S, x, i);
            FloatVector v = whole.blend(EXPM1_LEAST, whole.compare(VectorOperators.LT, EXPM1_LEAST));
            v = v.blend(GREATEST, v.compare(VectorOperators.GT, GREATEST));
            FloatVector rounder = v.fma(LOG2_E, ROUNDER);
            FloatVector n = rounder.sub(ROUNDER);
            FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, v));
            FloatVector q = Q_4.fma(r, Q_3).fma(r, Q_2).fma(r, Q_1).fma(r, Q_0);
            FloatVector near = q.fma(r.mul(r), r);
            // (e^r − 1) 2^n + (2^n − 1), halved, since 2^128 is not a number.
            IntVector exponent = rounder.reinterpretAsInts().sub(ROUNDER_BITS).add(BIAS_LESS_1);
            FloatVector scale = exponent.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector result = near.fma(scale, scale.sub(HALF)).mul(TWO);
            result.blend(whole, whole.abs().compare(VectorOperators.LT, EXPM1_TINY))
                    .intoArray(x, i);
        }
    }

    /** With t = e^(2|x|) − 1 it is t/(t + 2). */
    static void tanh(float[] array, int x, int spare, int count) {
        for (int i = 0; i < count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, array, x + i);
            v.intoArray(array, spare + i);
            FloatVector magnitude = v.abs();
            magnitude = magnitude.blend(TANH_GREATEST, magnitude.compare(VectorOperators.GT, TANH_GREATEST));
            magnitude.add(magnitude).intoArray(array, x + i);
        }
        expm1(array, x, count);
        for (int i = 0; i < count; i += S.length()) {
            FloatVector t = FloatVector.fromArray(S, array, x + i);
            IntVector sign = FloatVector.fromArray(S, array, spare + i)
                    .reinterpretAsInts()
                    .and(SIGN);
            t.div(t.add(TWO)).reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(array, x + i);
        }
    }

    /** With e = e^−|x| it is 1/(1 + e), or e/(1 + e) for negative x. */
    static void sigmoid(float[] array, int x, int spare, int count) {
        for (int i = 0; i < count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, array, x + i);
            v.intoArray(array, spare + i);
            v.abs().neg().intoArray(array, x + i);
        }
        exp(array, x, count);
        for (int i = 0; i < count; i += S.length()) {
            FloatVector e = FloatVector.fromArray(S, array, x + i);
            FloatVector v = FloatVector.fromArray(S, array, spare + i);
            ONE.blend(e, v.compare(VectorOperators.LT, ZERO)).div(e.add(ONE)).intoArray(array, x + i);
        }
    }
}
