package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.ROUNDER;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.SIGN;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.ints;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Sine and cosine of {@link VectorFunctions}: the argument less a multiple of π/2 (W. Cody, W. Waite), then a polynomial. */
final class VectorTrigonometry {
    /** Where the parts of π/2 no longer give enough places. */
    private static final float LIMIT = 30_000;

    private static final FloatVector LARGEST = floats(LIMIT);
    private static final FloatVector TWO_OVER_PI = floats(0.63661975f);

    /** −π/2 in three parts of 24 bits. */
    private static final FloatVector FIRST = floats(-1.5707964f);

    private static final FloatVector SECOND = floats(4.371139e-08f);
    private static final FloatVector THIRD = floats(1.7151245e-15f);
    private static final IntVector INT_1 = ints(1);
    private static final IntVector INT_2 = ints(2);

    /** (sin r − r)/r³ by powers of r². */
    private static final FloatVector SIN_3 = floats(2.7249314e-06f);

    private static final FloatVector SIN_2 = floats(-0.00019840083f);
    private static final FloatVector SIN_1 = floats(0.008333332f);
    private static final FloatVector SIN_0 = floats(-0.16666667f);

    /** (cos r − 1)/r² by powers of r². */
    private static final FloatVector COS_4 = floats(-2.7300447e-07f);

    private static final FloatVector COS_3 = floats(2.4800596e-05f);
    private static final FloatVector COS_2 = floats(-0.0013888888f);
    private static final FloatVector COS_1 = floats(0.041666668f);
    private static final FloatVector COS_0 = floats(-0.5f);

    private VectorTrigonometry() {}

    static void sin(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            FloatVector magnitude = v.abs();
            FloatVector rounder = magnitude.fma(TWO_OVER_PI, ROUNDER);
            FloatVector n = rounder.sub(ROUNDER);
            FloatVector r = n.fma(THIRD, n.fma(SECOND, n.fma(FIRST, magnitude)));
            FloatVector square = r.mul(r);
            FloatVector p = SIN_3.fma(square, SIN_2).fma(square, SIN_1).fma(square, SIN_0);
            IntVector sine = p.fma(square.mul(r), r).reinterpretAsInts();
            FloatVector q = COS_4.fma(square, COS_3).fma(square, COS_2).fma(square, COS_1);
            IntVector cosine = q.fma(square, COS_0).fma(square, ONE).reinterpretAsInts();
            // One of both by the quadrant, with its sign.
            IntVector quadrant = rounder.reinterpretAsInts();
            IntVector isOdd = quadrant.and(INT_1).neg();
            IntVector different = sine.lanewise(VectorOperators.XOR, cosine).and(isOdd);
            IntVector flip = quadrant.and(INT_2).lanewise(VectorOperators.LSHL, 30);
            IntVector bits = sine.lanewise(VectorOperators.XOR, different).lanewise(VectorOperators.XOR, flip);
            bits = bits.lanewise(VectorOperators.XOR, v.reinterpretAsInts().and(SIGN));
            VectorMask<Float> large = magnitude.compare(VectorOperators.GT, LARGEST);
            bits.reinterpretAsFloats().blend(v, large).intoArray(x, i);
            if (large.anyTrue()) {
                sinOfLarge(x, i);
            }
        }
    }

    static void cos(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            FloatVector magnitude = v.abs();
            FloatVector rounder = magnitude.fma(TWO_OVER_PI, ROUNDER);
            FloatVector n = rounder.sub(ROUNDER);
            FloatVector r = n.fma(THIRD, n.fma(SECOND, n.fma(FIRST, magnitude)));
            FloatVector square = r.mul(r);
            FloatVector p = SIN_3.fma(square, SIN_2).fma(square, SIN_1).fma(square, SIN_0);
            IntVector sine = p.fma(square.mul(r), r).reinterpretAsInts();
            FloatVector q = COS_4.fma(square, COS_3).fma(square, COS_2).fma(square, COS_1);
            IntVector cosine = q.fma(square, COS_0).fma(square, ONE).reinterpretAsInts();
            // One of both by the quadrant, with its sign.
            IntVector quadrant = rounder.reinterpretAsInts();
            IntVector isOdd = quadrant.and(INT_1).neg();
            IntVector different = sine.lanewise(VectorOperators.XOR, cosine).and(isOdd);
            IntVector flip = quadrant.add(INT_1).and(INT_2).lanewise(VectorOperators.LSHL, 30);
            IntVector bits = cosine.lanewise(VectorOperators.XOR, different).lanewise(VectorOperators.XOR, flip);
            VectorMask<Float> large = magnitude.compare(VectorOperators.GT, LARGEST);
            bits.reinterpretAsFloats().blend(v, large).intoArray(x, i);
            if (large.anyTrue()) {
                cosOfLarge(x, i);
            }
        }
    }

    /** What is still beyond the range of sin was left as it is. */
    private static void sinOfLarge(float[] x, int from) {
        for (int i = from; i < from + S.length(); i++) {
            x[i] = Math.abs(x[i]) > LIMIT ? Functions.sin(x[i]) : x[i];
        }
    }

    /** What is still beyond the range of cos was left as it is. */
    private static void cosOfLarge(float[] x, int from) {
        for (int i = from; i < from + S.length(); i++) {
            x[i] = Math.abs(x[i]) > LIMIT ? Functions.cos(x[i]) : x[i];
        }
    }
}
