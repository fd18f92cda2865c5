package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The species of {@link VectorFunctions} and vectors that hold one number in all lanes. The functions keep theirs in static final fields:
 * a broadcast costs C2 some fifty nodes of the 18,000 after which it stops inlining, and a vector that is not inlined is allocated.
 */
final class VectorConstants {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final VectorShape SHAPE = S.vectorShape();
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);

    static final FloatVector ZERO = floats(0);
    static final FloatVector HALF = floats(0.5f);
    static final FloatVector ONE = floats(1);
    static final FloatVector INFINITY = floats(Float.POSITIVE_INFINITY);
    static final FloatVector NAN = floats(Float.NaN);

    /** Added and subtracted, it rounds a number below 2²² to a whole one, found in the low bits of the sum. */
    static final FloatVector ROUNDER = floats(0x1.8p23f);

    static final IntVector SIGN = ints(0x80000000);

    private VectorConstants() {}

    static FloatVector floats(float value) {
        return FloatVector.broadcast(S, value);
    }

    static IntVector ints(int value) {
        return IntVector.broadcast(INTS, value);
    }
}
