package dev.leibniz.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Functions of every lane of a vector, of any species. A lane's result depends on that lane alone. */
public final class VectorFunctions {
    private VectorFunctions() {}

    /** Lanes of the widest vector of floats that this machine has registers for. */
    static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    /** The sum of all lanes, always in the same order: the upper half is added to the lower until one lane is left. */
    public static float sum(FloatVector x) {
        FloatVector sums = x;
        for (int half = x.length() / 2; half > 0; half /= 2) {
            sums = sums.add(sums.rearrange(VectorShuffle.iota(x.species(), half, 1, true)));
        }
        return sums.lane(0);
    }

    public static FloatVector abs(FloatVector x) {
        return x.abs();
    }

    public static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    public static FloatVector exp(FloatVector x) {
        return x.lanewise(VectorOperators.EXP);
    }

    public static FloatVector expm1(FloatVector x) {
        return x.lanewise(VectorOperators.EXPM1);
    }

    public static FloatVector log(FloatVector x) {
        return x.lanewise(VectorOperators.LOG);
    }

    public static FloatVector log1p(FloatVector x) {
        return x.lanewise(VectorOperators.LOG1P);
    }

    public static FloatVector sin(FloatVector x) {
        return x.lanewise(VectorOperators.SIN);
    }

    public static FloatVector cos(FloatVector x) {
        return x.lanewise(VectorOperators.COS);
    }

    public static FloatVector tanh(FloatVector x) {
        return x.lanewise(VectorOperators.TANH);
    }

    /** 1 / (1 + e⁻ˣ). */
    public static FloatVector sigmoid(FloatVector x) {
        return lanewise(x, Functions::sigmoid);
    }

    /** log(1 + eˣ). */
    public static FloatVector softplus(FloatVector x) {
        return lanewise(x, Functions::softplus);
    }

    public static FloatVector erf(FloatVector x) {
        return lanewise(x, Functions::erf);
    }

    /** −1, 0 or 1 by sign; keeps ±0 and NaN. */
    public static FloatVector sign(FloatVector x) {
        return lanewise(x, Functions::sign);
    }

    public static FloatVector floor(FloatVector x) {
        return lanewise(x, Functions::floor);
    }

    /** The nearest whole number, the even one of two equally near. */
    public static FloatVector round(FloatVector x) {
        return lanewise(x, Functions::round);
    }

    public static FloatVector pow(FloatVector x, FloatVector y) {
        return x.lanewise(VectorOperators.POW, y);
    }

    private static FloatVector lanewise(FloatVector x, Scalar function) {
        float[] lanes = x.toArray();
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = function.apply(lanes[i]);
        }
        return FloatVector.fromArray(x.species(), lanes, 0);
    }

    @FunctionalInterface
    private interface Scalar {
        float apply(float x);
    }
}
