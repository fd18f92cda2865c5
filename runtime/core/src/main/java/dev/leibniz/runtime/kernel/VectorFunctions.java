package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.ZERO;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;
import static dev.leibniz.runtime.kernel.VectorConstants.withSignOf;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * Functions of every lane of a vector, and of every element of a run in an array: a lane's result depends on that lane alone. They are
 * made of additions, fused multiplications and bit operations, which every JVM rounds alike, interpreted or compiled; the Vector
 * API's own {@code EXP}, {@code TANH} and so on give one result before the JIT has compiled a loop and another one after. Error
 * bounds are in ulp, units of the last place of the result, against {@link Math} in double. Arguments of ±0, ±∞ and NaN,
 * subnormal arguments and subnormal results are treated as {@link Math} treats them.
 *
 * <p>The longer functions work on arrays, in place: C2 inlines some hundred operations on vectors into one method and allocates
 * vectors after that, so each has a loop and a method of its own. They read and overwrite whole vectors, so also what lies
 * between the run's end and the next multiple of {@link #lanes()} elements.
 */
public final class VectorFunctions {
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(S, 8 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(S, 4 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(S, 2 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(S, 1, 1, true);
    private static final FloatVector MINUS_ONE = floats(-1);
    private static final FloatVector WHOLE = floats(0x1p23f);

    private VectorFunctions() {}

    /** Lanes of the widest vector of floats that this machine has registers for. */
    public static int lanes() {
        return S.length();
    }

    /**
     * The sum of all lanes, always in the same order: the upper half is added to the lower until one lane is left. {@code
     * reduceLanes(ADD)} promises no order.
     */
    public static float sum(FloatVector x) {
        int lanes = S.length();
        if (x.species() != S || lanes > 16) {
            return sum(x.toArray());
        }
        FloatVector sums = x;
        sums = lanes > 8 ? sums.add(sums.rearrange(BY_8)) : sums;
        sums = lanes > 4 ? sums.add(sums.rearrange(BY_4)) : sums;
        sums = lanes > 2 ? sums.add(sums.rearrange(BY_2)) : sums;
        return sums.add(sums.rearrange(BY_1)).lane(0);
    }

    private static float sum(float[] lanes) {
        for (int half = lanes.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[i + half];
            }
        }
        return lanes[0];
    }

    /** |x|, exact. */
    public static FloatVector abs(FloatVector x) {
        return x.abs();
    }

    /** √x, correctly rounded. */
    public static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    /** −1, 0 or 1 by sign; keeps ±0 and NaN. */
    public static FloatVector sign(FloatVector x) {
        FloatVector negative = x.blend(MINUS_ONE, x.compare(VectorOperators.LT, ZERO));
        return negative.blend(ONE, x.compare(VectorOperators.GT, ZERO));
    }

    /** The greatest whole number that is not greater, exact. */
    public static FloatVector floor(FloatVector x) {
        FloatVector nearest = round(x);
        return nearest.blend(nearest.sub(ONE), nearest.compare(VectorOperators.GT, x));
    }

    /** The nearest whole number, the even one of two equally near; exact. */
    public static FloatVector round(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector rounded = withSignOf(x, magnitude.add(WHOLE).sub(WHOLE));
        return x.blend(rounded, magnitude.compare(VectorOperators.LT, WHOLE));
    }

    /** eˣ, within 1.1 ulp. */
    public static void exp(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorExponentials.exp(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** eˣ − 1 without cancellation, within 1.6 ulp. */
    public static void expm1(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorExponentials.expm1(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** The natural logarithm, within 0.9 ulp; −∞ at ±0, NaN below. */
    public static void log(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorLogarithms.log(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** log(1 + x) without cancellation, within 1.3 ulp; −∞ at −1, NaN below. */
    public static void log1p(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorLogarithms.log1p(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** The hyperbolic tangent, within 2.6 ulp. */
    public static void tanh(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorExponentials.tanh(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** 1 / (1 + e⁻ˣ) without overflow, within 2.5 ulp. */
    public static void sigmoid(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorExponentials.sigmoid(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** The error function, within 1.5 ulp. */
    public static void erf(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            VectorErrorFunction.erf(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
    }

    /** The sine of x in radians, within 1.5 ulp. */
    public static void sin(float[] x, int from, int count) {
        VectorTrigonometry.sin(x, from, count);
    }

    /** The cosine of x in radians, within 1.5 ulp. */
    public static void cos(float[] x, int from, int count) {
        VectorTrigonometry.cos(x, from, count);
    }

    /** x to the power of y as {@link Math#pow} gives it, rounded; in place of x, with the exponents from {@code y} on in the same array. */
    public static void pow(float[] array, int x, int y, int count) {
        for (int i = 0; i < count; i++) {
            array[x + i] = Functions.pow(array[x + i], array[y + i]);
        }
    }
}
