package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of every lane of a vector, of any species. A lane's result depends on that lane alone, so a masked tail gets
 * the bits that a full vector would.
 *
 * <p>They are made of additions, fused multiplications and bit operations, which every JVM rounds alike, interpreted or
 * compiled; the Vector API's own {@code EXP}, {@code TANH} and so on give one result before the JIT has compiled a loop
 * and another one afterwards. Errors are the largest found among all exponents of the argument, in units in the last
 * place of the result, against {@link Math} in double. Arguments of ±0, ±∞ and NaN, subnormal arguments and subnormal results
 * are treated as {@link Math} treats them.
 *
 * <p>The methods are short enough to be inlined, so that vectors stay in registers.
 */
public final class VectorFunctions {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(S, 8 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(S, 4 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(S, 2 % S.length(), 1, true);
    private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(S, 1, 1, true);

    /** Added and subtracted, it rounds a number below 2²² to a whole one, found in the low bits of the sum. */
    private static final float ROUNDER = 0x1.8p23f;

    private static final int ROUNDER_BITS = 0x4b400000;
    private static final int SIGN = 0x80000000;
    private static final int ROOT_HALF_BITS = 0x3f3504f3;
    private static final float LOG2_E = 1.442695f;

    /** log 2 in two parts, the first of 15 bits, whose multiples by an exponent are exact. */
    private static final float LN2_HIGH = 0.693145751953125f;

    private static final float LN2_LOW = 1.4286068e-06f;

    private VectorFunctions() {}

    /** Lanes of the widest vector of floats that this machine has registers for. */
    static int lanes() {
        return S.length();
    }

    /**
     * The sum of all lanes, always in the same order: the upper half is added to the lower until one lane is left. {@code
     * reduceLanes(ADD)} promises no order.
     */
    public static float sum(FloatVector x) {
        int lanes = x.length();
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
        FloatVector negative = x.blend(-1, x.compare(VectorOperators.LT, 0));
        return negative.blend(1, x.compare(VectorOperators.GT, 0));
    }

    /** The greatest whole number that is not greater, exact. */
    public static FloatVector floor(FloatVector x) {
        FloatVector nearest = round(x);
        return nearest.blend(nearest.sub(1), nearest.compare(VectorOperators.GT, x));
    }

    /** The nearest whole number, the even one of two equally near; exact. */
    public static FloatVector round(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector rounded = withSignOf(x, magnitude.add(0x1p23f).sub(0x1p23f));
        return x.blend(rounded, magnitude.compare(VectorOperators.LT, 0x1p23f));
    }

    /** eˣ, within 1.1 ulp. */
    public static FloatVector exp(FloatVector x) {
        FloatVector bounded = bounded(x, -104, 89);
        FloatVector rounder = bounded.fma(LOG2_E, ROUNDER);
        FloatVector r = remainder(bounded, rounder.sub(ROUNDER));
        IntVector n = rounder.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        // In two steps, for n from −150, where the result is subnormal, to 128, where it overflows.
        return expm1Near0(r).add(1).mul(powerOf2(half)).mul(powerOf2(n.sub(half)));
    }

    /** eˣ − 1 without cancellation, within 1.6 ulp. */
    public static FloatVector expm1(FloatVector x) {
        FloatVector bounded = bounded(x, -18, 89);
        FloatVector rounder = bounded.fma(LOG2_E, ROUNDER);
        FloatVector r = remainder(bounded, rounder.sub(ROUNDER));
        IntVector n = rounder.reinterpretAsInts().sub(ROUNDER_BITS);
        // (e^r − 1) 2^n + (2^n − 1), halved, since 2^128 is not a number.
        FloatVector half = powerOf2(n.sub(1));
        FloatVector result = expm1Near0(r).fma(half, half.sub(0.5f)).mul(2);
        return result.blend(x, x.abs().compare(VectorOperators.LT, 0x1p-25f));
    }

    /** The natural logarithm, within 0.9 ulp; −∞ at ±0, NaN below. */
    public static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = x.blend(x.mul(0x1p23f), tiny).reinterpretAsInts().sub(ROOT_HALF_BITS);
        FloatVector exponent = exponent(bits);
        exponent = exponent.blend(exponent.sub(23), tiny);
        FloatVector result = log(mantissa(bits), exponent, constant(exponent, 0f));
        return poles(x, 0, result);
    }

    /** log(1 + x) without cancellation, within 1.1 ulp; −∞ at −1, NaN below. */
    public static FloatVector log1p(FloatVector x) {
        FloatVector sum = x.add(1);
        // What rounding took from the sum; exact with the greater of the summands first.
        FloatVector lost = x.sub(sum.sub(1)).blend(x.sub(sum).add(1), x.compare(VectorOperators.GT, 1));
        IntVector bits = sum.reinterpretAsInts().sub(ROOT_HALF_BITS);
        VectorMask<Float> near = x.compare(VectorOperators.GT, -0.2928f).and(x.compare(VectorOperators.LT, 0.4142f));
        FloatVector exponent = exponent(bits).blend(0, near);
        FloatVector correction = lost.div(sum).blend(0, near);
        FloatVector result = log(mantissa(bits).blend(x, near), exponent, correction);
        return poles(x, -1, result).blend(x, x.compare(VectorOperators.EQ, 0));
    }

    /** The hyperbolic tangent, within 2.6 ulp. */
    public static FloatVector tanh(FloatVector x) {
        FloatVector magnitude = x.abs();
        magnitude = magnitude.blend(10, magnitude.compare(VectorOperators.GT, 10));
        FloatVector t = expm1(magnitude.add(magnitude));
        return withSignOf(x, t.div(t.add(2)));
    }

    /** 1 / (1 + e⁻ˣ) without overflow, within 2.5 ulp. */
    public static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        FloatVector numerator = constant(e, 1f).blend(e, x.compare(VectorOperators.LT, 0));
        return numerator.div(e.add(1));
    }

    /** log(1 + eˣ) without overflow, within 2 ulp. */
    public static FloatVector softplus(FloatVector x) {
        FloatVector positive = x.blend(0, x.compare(VectorOperators.LT, 0));
        return positive.add(log1p(exp(x.abs().neg())));
    }

    /** The error function, within 1.5 ulp: x + x·P(x²) near 0, else 1 − e^(x·R(x)). */
    public static FloatVector erf(FloatVector x) {
        FloatVector magnitude = x.abs();
        FloatVector far = magnitude.blend(3.95f, magnitude.compare(VectorOperators.GT, 3.95f));
        far = withSignOf(x, exp(far.mul(logErfc(far))).neg().add(1));
        FloatVector square = x.mul(x);
        FloatVector near = x.fma(erfNear0(square), x);
        return far.blend(near, magnitude.compare(VectorOperators.LT, 0.92f));
    }

    /** The sine of x in radians, within 1.5 ulp. Arguments beyond ±30,000 take a slow path, which allocates. */
    public static FloatVector sin(FloatVector x) {
        return VectorTrigonometry.sin(x);
    }

    /** The cosine of x in radians, within 1.5 ulp. Arguments beyond ±30,000 take a slow path, which allocates. */
    public static FloatVector cos(FloatVector x) {
        return VectorTrigonometry.cos(x);
    }

    /** x to the power of y, within 0.6 ulp, with the special cases of {@link Math#pow}. */
    public static FloatVector pow(FloatVector x, FloatVector y) {
        return VectorPower.pow(x, y);
    }

    static FloatVector withSignOf(FloatVector x, FloatVector magnitude) {
        return magnitude.reinterpretAsInts().or(x.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
    }

    /** One step of Horner's scheme: sum·x + coefficient. */
    static FloatVector step(FloatVector sum, FloatVector x, float coefficient) {
        return sum.fma(x, constant(x, coefficient));
    }

    static FloatVector constant(FloatVector like, float value) {
        return FloatVector.broadcast(like.species(), value);
    }

    /** NaN stays. */
    private static FloatVector bounded(FloatVector x, float low, float high) {
        FloatVector above = x.blend(low, x.compare(VectorOperators.LT, low));
        return above.blend(high, x.compare(VectorOperators.GT, high));
    }

    /** x − n·log 2. */
    private static FloatVector remainder(FloatVector x, FloatVector n) {
        return n.fma(constant(n, -LN2_LOW), n.fma(constant(n, -LN2_HIGH), x));
    }

    /** eʳ − 1 for |r| ≤ 0.347. */
    private static FloatVector expm1Near0(FloatVector r) {
        FloatVector q = step(constant(r, 0.0013926321f), r, 0.00836325f);
        q = step(q, r, 0.041666552f);
        q = step(q, r, 0.16666576f);
        q = step(q, r, 0.5f);
        return q.fma(r.mul(r), r);
    }

    private static FloatVector powerOf2(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector exponent(IntVector bits) {
        return (FloatVector) bits.lanewise(VectorOperators.ASHR, 23).convert(VectorOperators.I2F, 0);
    }

    /** The significand in [√½, √2), less 1. */
    private static FloatVector mantissa(IntVector bits) {
        return bits.and(0x7fffff).add(ROOT_HALF_BITS).reinterpretAsFloats().sub(1);
    }

    /** log(1 + f) + exponent·log 2 + correction, for f in [√½ − 1, √2 − 1). */
    private static FloatVector log(FloatVector f, FloatVector exponent, FloatVector correction) {
        FloatVector p = step(constant(f, 0.069725186f), f, -0.11481212f);
        p = step(p, f, 0.11685785f);
        p = step(p, f, -0.12425523f);
        p = step(p, f, 0.14249007f);
        p = step(p, f, -0.16667807f);
        p = step(p, f, 0.20000717f);
        p = step(p, f, -0.24999997f);
        p = step(p, f, 0.3333333f);
        FloatVector square = f.mul(f);
        FloatVector rest =
                exponent.fma(constant(exponent, LN2_LOW), square.mul(f).fma(p, correction));
        rest = square.fma(constant(square, -0.5f), rest);
        return exponent.fma(constant(exponent, LN2_HIGH), f.add(rest));
    }

    /** The result of a logarithm with its special values: −∞ at the pole, NaN below it, +∞ and NaN as they are. */
    private static FloatVector poles(FloatVector x, float pole, FloatVector result) {
        FloatVector finite = x.blend(result, x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY));
        FloatVector above = finite.blend(Float.NaN, x.compare(VectorOperators.LT, pole));
        return above.blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, pole));
    }

    /** erf(x)/x − 1 as a function of the square, for |x| ≤ 0.92. */
    private static FloatVector erfNear0(FloatVector square) {
        FloatVector p = step(constant(square, 8.399778e-05f), square, -0.00081500504f);
        p = step(p, square, 0.0052017146f);
        p = step(p, square, -0.026859691f);
        p = step(p, square, 0.11283701f);
        p = step(p, square, -0.37612635f);
        return step(p, square, 0.12837917f);
    }

    /** log(erfc(x))/x for 0.92 ≤ x ≤ 3.95. */
    private static FloatVector logErfc(FloatVector x) {
        FloatVector p = step(constant(x, 3.0463409e-07f), x, -5.0154595e-06f);
        p = step(p, x, 1.6958213e-05f);
        p = step(p, x, 0.00025759122f);
        p = step(p, x, -0.0036181423f);
        p = step(p, x, 0.023935594f);
        p = step(p, x, -0.10658348f);
        p = step(p, x, -0.63488615f);
        return step(p, x, -1.1287231f);
    }
}
