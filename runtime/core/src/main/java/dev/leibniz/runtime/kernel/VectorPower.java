package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The power of {@link VectorFunctions}: 2^(y·log₂|x|) in double, half of the lanes at a time, then the sign. The power
 * multiplies the error of the logarithm, for which float is too short.
 */
final class VectorPower {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, S.vectorShape());

    /** Added and subtracted, it rounds a number to a whole one, found in the low bits of the sum. */
    private static final double ROUNDER = 0x1.8p52;

    /** The bits of 2⁵² + 1023, to which the exponent of a double can be added as an integer. */
    private static final long EXPONENT_BITS = 0x4330000000000000L;

    private static final long FRACTION = 0xfffffffffffffL;
    private static final long ONE_BITS = 0x3ff0000000000000L;

    private VectorPower() {}

    static FloatVector pow(FloatVector x, FloatVector y) {
        VectorSpecies<Double> doubles = x.species() == S
                ? DOUBLES
                : VectorSpecies.of(double.class, x.species().vectorShape());
        FloatVector low = half(x, y, doubles, 0);
        FloatVector high = half(x, y, doubles, 1);
        FloatVector magnitude =
                low.reinterpretAsInts().or(high.reinterpretAsInts()).reinterpretAsFloats();
        return signed(x, y, magnitude);
    }

    private static FloatVector half(FloatVector x, FloatVector y, VectorSpecies<Double> doubles, int part) {
        DoubleVector base = (DoubleVector) x.abs().convertShape(VectorOperators.F2D, doubles, part);
        DoubleVector exponent = (DoubleVector) y.convertShape(VectorOperators.F2D, doubles, part);
        DoubleVector result = exp2(exponent.mul(log2(base)));
        return (FloatVector) result.convertShape(VectorOperators.D2F, x.species(), -part);
    }

    /** Signs and what has none: odd powers of negative numbers, their fractional powers, and the power 0. */
    private static FloatVector signed(FloatVector x, FloatVector y, FloatVector magnitude) {
        FloatVector half = y.mul(0.5f);
        VectorMask<Float> whole = y.compare(VectorOperators.EQ, VectorFunctions.round(y));
        VectorMask<Float> odd = half.compare(VectorOperators.NE, VectorFunctions.round(half));
        FloatVector mirrored = VectorFunctions.withSignOf(x, magnitude);
        FloatVector result = magnitude.blend(mirrored, whole.and(odd));
        VectorMask<Float> negative =
                x.compare(VectorOperators.LT, 0).and(x.compare(VectorOperators.GT, Float.NEGATIVE_INFINITY));
        VectorMask<Float> fractional = y.compare(VectorOperators.NE, VectorFunctions.round(y));
        result = result.blend(Float.NaN, negative.and(fractional));
        return result.blend(1, y.compare(VectorOperators.EQ, 0));
    }

    /** The base-2 logarithm of a float, for x ≥ 0, to 1e-13: 2/log 2 · artanh((m − 1)/(m + 1)) + exponent. */
    private static DoubleVector log2(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        DoubleVector exponent = bits.lanewise(VectorOperators.LSHR, 52)
                .or(EXPONENT_BITS)
                .reinterpretAsDoubles()
                .sub(0x1p52 + 1023);
        DoubleVector m = bits.and(FRACTION).or(ONE_BITS).reinterpretAsDoubles();
        VectorMask<Double> large = m.compare(VectorOperators.GT, 1.4142135);
        m = m.blend(m.mul(0.5), large);
        exponent = exponent.blend(exponent.add(1), large);
        DoubleVector s = m.sub(1).div(m.add(1));
        DoubleVector square = s.mul(s);
        DoubleVector p = step(constant(square, 0.2828943745722496), square, 0.31990618475526433);
        p = step(p, square, 0.41220923822502314);
        p = step(p, square, 0.5770779425301307);
        p = step(p, square, 0.9617966941126749);
        p = step(p, square, 2.8853900817778504);
        DoubleVector result = p.fma(s, exponent);
        result = result.blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        return x.blend(result, x.compare(VectorOperators.LT, Double.POSITIVE_INFINITY));
    }

    /** 2ᵗ to 4e-11; what overflows or vanishes as a float does so here or when rounded. */
    private static DoubleVector exp2(DoubleVector t) {
        DoubleVector above = t.blend(-200, t.compare(VectorOperators.LT, -200));
        DoubleVector bounded = above.blend(200, above.compare(VectorOperators.GT, 200));
        DoubleVector rounder = bounded.add(ROUNDER);
        DoubleVector r = bounded.sub(rounder.sub(ROUNDER));
        DoubleVector p = step(constant(r, 1.5304261738162303e-05), r, 0.00015469769513802434);
        p = step(p, r, 0.0013333476387975818);
        p = step(p, r, 0.009618025487347501);
        p = step(p, r, 0.055504109084715);
        p = step(p, r, 0.24022651214443094);
        p = step(p, r, 0.6931471805563063);
        p = step(p, r, 0.9999999999594633);
        LongVector scale = rounder.reinterpretAsLongs().add(1023).lanewise(VectorOperators.LSHL, 52);
        return p.mul(scale.reinterpretAsDoubles());
    }

    private static DoubleVector constant(DoubleVector like, double value) {
        return DoubleVector.broadcast(like.species(), value);
    }

    private static DoubleVector step(DoubleVector sum, DoubleVector x, double coefficient) {
        return sum.fma(x, constant(x, coefficient));
    }
}
