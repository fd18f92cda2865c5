package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.INTS;
import static dev.leibniz.runtime.kernel.VectorConstants.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Orders of lanes with which generated code reads every second element of an array, or each element twice. Vectors have L lanes.
 *
 * <p>Elements i, i + 2, … i + 2L − 2 are {@code from(i).rearrange(EVENS).blend(from(i + L − 1).rearrange(EVENS_BEHIND), UPPER)}, which
 * reads no element behind the last one. Elements i, i, i + 1, i + 1, … are half a vector, widened and rearranged by {@link #PAIRS}.
 */
// A module that need not be there cannot be required transitively: whoever reads these requires it too.
@SuppressWarnings("exports")
public final class VectorLanes {
    private static final int L = S.length();
    private static final VectorShape HALF = VectorShape.forBitSize(S.vectorBitSize() / 2);

    /** Lanes 0, 2, 4 … into the lower half. */
    public static final VectorShuffle<Float> EVENS = VectorShuffle.fromOp(S, lane -> 2 * lane % L);

    /** What follows them, into the upper half, out of a vector that begins with the other one's last lane. */
    public static final VectorShuffle<Float> EVENS_BEHIND =
            VectorShuffle.fromOp(S, lane -> lane < L / 2 ? 0 : 2 * lane - L + 1);

    /** The upper half. */
    public static final VectorMask<Float> UPPER =
            FloatVector.zero(S).addIndex(1).compare(VectorOperators.GE, L / 2);

    /** Vectors half as long. */
    public static final VectorSpecies<Float> HALF_FLOATS = VectorSpecies.of(float.class, HALF);

    public static final VectorSpecies<Integer> HALF_INTS = VectorSpecies.of(int.class, HALF);

    /** Each lane of the lower half twice. */
    public static final VectorShuffle<Float> PAIRS = VectorShuffle.fromOp(S, lane -> lane / 2);

    public static final VectorShuffle<Integer> INT_PAIRS = VectorShuffle.fromOp(INTS, lane -> lane / 2);

    private VectorLanes() {}
}
