package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorFunctions.constant;
import static dev.leibniz.runtime.kernel.VectorFunctions.step;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Sine and cosine of {@link VectorFunctions}: the argument less a multiple of π/2 (W. Cody, W. Waite), then a polynomial. */
final class VectorTrigonometry {
    private static final float ROUNDER = 0x1.8p23f;
    private static final float LARGEST = 30_000;
    private static final float TWO_OVER_PI = 0.63661975f;

    /** π/2 in three parts of 24 bits. */
    private static final float FIRST = 1.5707964f;

    private static final float SECOND = -4.371139e-08f;
    private static final float THIRD = -1.7151245e-15f;

    private VectorTrigonometry() {}

    static FloatVector sin(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector rounder = magnitude.fma(TWO_OVER_PI, ROUNDER);
        FloatVector r = remainder(magnitude, rounder.sub(ROUNDER));
        IntVector quadrant = rounder.reinterpretAsInts();
        IntVector flip = x.reinterpretAsInts().and(0x80000000).lanewise(VectorOperators.XOR, flips(quadrant));
        FloatVector result = select(quadrant, cosNear0(r), sinNear0(r), flip);
        VectorMask<Float> large = magnitude.compare(VectorOperators.GT, LARGEST);
        return large.anyTrue() ? result.blend(slowSin(x), large) : result;
    }

    static FloatVector cos(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector rounder = magnitude.fma(TWO_OVER_PI, ROUNDER);
        FloatVector r = remainder(magnitude, rounder.sub(ROUNDER));
        IntVector quadrant = rounder.reinterpretAsInts();
        FloatVector result = select(quadrant, sinNear0(r), cosNear0(r), flips(quadrant.add(1)));
        VectorMask<Float> large = magnitude.compare(VectorOperators.GT, LARGEST);
        return large.anyTrue() ? result.blend(slowCos(x), large) : result;
    }

    /** The sign bit where the quadrant is 2 or 3. */
    private static IntVector flips(IntVector quadrant) {
        return quadrant.and(2).lanewise(VectorOperators.LSHL, 30);
    }

    /** One value where the quadrant is odd, the other one where it is even, with the sign changed by {@code flip}. */
    private static FloatVector select(IntVector quadrant, FloatVector odd, FloatVector even, IntVector flip) {
        IntVector isOdd = quadrant.and(1).neg();
        IntVector bits =
                odd.reinterpretAsInts().and(isOdd).or(even.reinterpretAsInts().and(isOdd.not()));
        return bits.lanewise(VectorOperators.XOR, flip).reinterpretAsFloats();
    }

    private static FloatVector remainder(FloatVector x, FloatVector n) {
        FloatVector r = n.fma(constant(n, -FIRST), x);
        r = n.fma(constant(n, -SECOND), r);
        return n.fma(constant(n, -THIRD), r);
    }

    private static FloatVector sinNear0(FloatVector r) {
        FloatVector square = r.mul(r);
        FloatVector p = step(constant(square, 2.7249314e-06f), square, -0.00019840083f);
        p = step(p, square, 0.008333332f);
        p = step(p, square, -0.16666667f);
        return p.fma(square.mul(r), r);
    }

    private static FloatVector cosNear0(FloatVector r) {
        FloatVector square = r.mul(r);
        FloatVector p = step(constant(square, -2.7300447e-07f), square, 2.4800596e-05f);
        p = step(p, square, -0.0013888888f);
        p = step(p, square, 0.041666668f);
        p = step(p, square, -0.5f);
        return step(p, square, 1);
    }

    private static FloatVector slowSin(FloatVector x) {
        float[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = Functions.sin(lanes[i]);
        }
        return FloatVector.fromArray(x.species(), lanes, 0);
    }

    private static FloatVector slowCos(FloatVector x) {
        float[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = Functions.cos(lanes[i]);
        }
        return FloatVector.fromArray(x.species(), lanes, 0);
    }
}
