package dev.leibniz.runtime.kernel;

import static dev.leibniz.runtime.kernel.VectorConstants.ONE;
import static dev.leibniz.runtime.kernel.VectorConstants.S;
import static dev.leibniz.runtime.kernel.VectorConstants.SIGN;
import static dev.leibniz.runtime.kernel.VectorConstants.ZERO;
import static dev.leibniz.runtime.kernel.VectorConstants.floats;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions of every element of a run in an array, in place, a vector at a time: an element's result depends on that element alone. They are
 * made of additions, fused multiplications and bit operations, which every JVM rounds alike, interpreted or compiled; the Vector
 * API's own {@code EXP}, {@code TANH} and so on give one result before the JIT has compiled a loop and another one after. Error
 * bounds are in ulp, units of the last place of the result, against {@link Math} in double. Arguments of ±0, ±∞ and NaN,
 * subnormal arguments and subnormal results are treated as {@link Math} treats them.
 *
 * <p>They read and overwrite whole vectors, so also what lies between the run's end and the next multiple of {@link #lanes()}
 * elements. No method takes or gives a vector: C2 inlines some hundred operations on vectors into one method and no helpers after that, and a
 * vector that crosses a call is allocated.
 */
public final class VectorFunctions {
    private static final FloatVector MINUS_ONE = floats(-1);
    private static final FloatVector WHOLE = floats(0x1p23f);

    private VectorFunctions() {}

    /** Lanes of the widest vector of floats that this machine has registers for. */
    public static int lanes() {
        return S.length();
    }

    /** The sum of as many elements as a vector has lanes, always in the same order: the upper half is added to the lower until one is left. */
    public static float sum(float[] x, int from) {
        for (int half = S.length() / 2; half > 0; half /= 2) {
            for (int i = from; i < from + half; i++) {
                x[i] += x[i + half];
            }
        }
        return x[from];
    }

    /** The sum of elements, always in the same order: whole vectors lane by lane, then the lanes, then what is left; lanes are kept behind {@code spare} meanwhile. */
    public static float sum(float[] x, int from, int count, int spare) {
        int i = from;
        FloatVector lanes = FloatVector.zero(S);
        for (; i <= from + count - S.length(); i += S.length()) {
            lanes = lanes.add(FloatVector.fromArray(S, x, i));
        }
        lanes.intoArray(x, spare);
        float sum = sum(x, spare);
        for (; i < from + count; i++) {
            sum += x[i];
        }
        return sum;
    }

    /** −1, 0 or 1 by sign; keeps ±0 and NaN. */
    public static void sign(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            FloatVector negative = v.blend(MINUS_ONE, v.compare(VectorOperators.LT, ZERO));
            negative.blend(ONE, v.compare(VectorOperators.GT, ZERO)).intoArray(x, i);
        }
    }

    /** The greatest whole number that is not greater, exact. */
    public static void floor(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            FloatVector magnitude = v.abs();
            IntVector bits = magnitude.add(WHOLE).sub(WHOLE).reinterpretAsInts();
            FloatVector rounded = bits.or(v.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
            FloatVector nearest = v.blend(rounded, magnitude.compare(VectorOperators.LT, WHOLE));
            nearest.blend(nearest.sub(ONE), nearest.compare(VectorOperators.GT, v))
                    .intoArray(x, i);
        }
    }

    /** The nearest whole number, the even one of two equally near; exact. */
    public static void round(float[] x, int from, int count) {
        for (int i = from; i < from + count; i += S.length()) {
            FloatVector v = FloatVector.fromArray(S, x, i);
            FloatVector magnitude = v.abs();
            IntVector bits = magnitude.add(WHOLE).sub(WHOLE).reinterpretAsInts();
            FloatVector rounded = bits.or(v.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
            v.blend(rounded, magnitude.compare(VectorOperators.LT, WHOLE)).intoArray(x, i);
        }
    }

    /** eˣ, within 1.1 ulp. */
    public static void exp(float[] x, int from, int count) {
        VectorExponentials.exp(x, from, count);
    }

    /** eˣ − 1 without cancellation, within 1.6 ulp. */
    public static void expm1(float[] x, int from, int count) {
        VectorExponentials.expm1(x, from, count);
    }

    /** The natural logarithm, within 0.9 ulp; −∞ at ±0, NaN below. */
    public static void log(float[] x, int from, int count) {
        VectorLogarithms.log(x, from, count);
    }

    /** log(1 + x) without cancellation, within 1.3 ulp; −∞ at −1, NaN below. */
    public static void log1p(float[] x, int from, int count) {
        VectorLogarithms.log1p(x, from, count);
    }

    /** The hyperbolic tangent, within 2.6 ulp. Needs {@code count} more elements from {@code spare} on, which are overwritten. */
    public static void tanh(float[] array, int x, int spare, int count) {
        VectorExponentials.tanh(array, x, spare, count);
    }

    /** 1 / (1 + e⁻ˣ) without overflow, within 2.5 ulp. Needs {@code count} more elements from {@code spare} on, which are overwritten. */
    public static void sigmoid(float[] array, int x, int spare, int count) {
        VectorExponentials.sigmoid(array, x, spare, count);
    }

    /** The error function, within 1.5 ulp. Needs {@code count} more elements from {@code spare} on, which are overwritten. */
    public static void erf(float[] array, int x, int spare, int count) {
        VectorErrorFunction.erf(array, x, spare, count);
    }

    /** The sine of x in radians, within 1.5 ulp. */
    public static void sin(float[] x, int from, int count) {
        VectorTrigonometry.sin(x, from, count);
    }

    /** The cosine of x in radians, within 1.5 ulp. */
    public static void cos(float[] x, int from, int count) {
        VectorTrigonometry.cos(x, from, count);
    }

    /** x to the power of y as {@link Functions#pow(float, float)} gives it; in place of x, with the exponents from {@code y} on in the same array. */
    public static void pow(float[] array, int x, int y, int count) {
        for (int i = 0; i < count; i++) {
            array[x + i] = Functions.pow(array[x + i], array[y + i]);
        }
    }
}
