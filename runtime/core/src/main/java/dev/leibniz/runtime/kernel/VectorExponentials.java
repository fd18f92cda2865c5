package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.HALF;
import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.ROUNDER;
import static dev.leibniz.runtime.kernel.VectorConstants.ZERO;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.ints;
import static dev.leibniz.runtime.kernel.VectorConstants.withSignOf;

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

    static FloatVector exp(FloatVector x) {
        FloatVector above = x.blend(EXP_LEAST, x.compare(VectorOperators.LT, EXP_LEAST));
        FloatVector bounded = above.blend(GREATEST, x.compare(VectorOperators.GT, GREATEST));
        FloatVector rounder = bounded.fma(LOG2_E, ROUNDER);
        FloatVector power = expm1Near0(remainder(bounded, rounder)).add(ONE);
        IntVector n = rounder.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        // In two steps, for n from −150, where the result is subnormal, to 128, where it overflows.
        return power.mul(powerOf2(half.add(BIAS))).mul(powerOf2(n.sub(half).add(BIAS)));
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector above = x.blend(EXPM1_LEAST, x.compare(VectorOperators.LT, EXPM1_LEAST));
        FloatVector bounded = above.blend(GREATEST, x.compare(VectorOperators.GT, GREATEST));
        FloatVector rounder = bounded.fma(LOG2_E, ROUNDER);
        FloatVector near = expm1Near0(remainder(bounded, rounder));
        // (e^r − 1) 2^n + (2^n − 1), halved, since 2^128 is not a number.
        IntVector n = rounder.reinterpretAsInts().sub(ROUNDER_BITS);
        FloatVector scale = powerOf2(n.add(BIAS_LESS_1));
        FloatVector result = near.fma(scale, scale.sub(HALF)).mul(TWO);
        return result.blend(x, x.abs().compare(VectorOperators.LT, EXPM1_TINY));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector magnitude = x.abs();
        magnitude = magnitude.blend(TANH_GREATEST, magnitude.compare(VectorOperators.GT, TANH_GREATEST));
        FloatVector t = expm1(magnitude.add(magnitude));
        return withSignOf(x, t.div(t.add(TWO)));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return ONE.blend(e, x.compare(VectorOperators.LT, ZERO)).div(e.add(ONE));
    }

    private static FloatVector remainder(FloatVector x, FloatVector rounder) {
        FloatVector n = rounder.sub(ROUNDER);
        return n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
    }

    /** eʳ − 1 for |r| ≤ 0.347. */
    private static FloatVector expm1Near0(FloatVector r) {
        FloatVector q = Q_4.fma(r, Q_3);
        q = q.fma(r, Q_2);
        q = q.fma(r, Q_1);
        q = q.fma(r, Q_0);
        return q.fma(r.mul(r), r);
    }

    private static FloatVector powerOf2(IntVector biased) {
        return biased.lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }
}
