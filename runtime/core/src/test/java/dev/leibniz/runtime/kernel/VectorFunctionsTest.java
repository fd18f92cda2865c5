package dev.leibniz.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorFunctionsTest {
    private static final int LANES = VectorFunctions.lanes();

    /** A function of a run in an array, in place. */
    private interface Pass {
        void run(float[] x, int from, int count);
    }

    private interface Spared {
        void run(float[] array, int x, int spare, int count);
    }

    private record Case(String name, Pass pass, DoubleUnaryOperator exact, double ulps) {}

    private static final List<Case> CASES = List.of(
            new Case("sign", VectorFunctions::sign, Math::signum, 0),
            new Case("floor", VectorFunctions::floor, Math::floor, 0),
            new Case("round", VectorFunctions::round, Math::rint, 0),
            new Case("exp", VectorFunctions::exp, Math::exp, 1.1),
            new Case("expm1", VectorFunctions::expm1, Math::expm1, 1.6),
            new Case("log", VectorFunctions::log, Math::log, 0.9),
            new Case("log1p", VectorFunctions::log1p, Math::log1p, 1.3),
            new Case("tanh", spared(VectorFunctions::tanh), Math::tanh, 2.6),
            new Case("sigmoid", spared(VectorFunctions::sigmoid), Functions::sigmoid, 2.5),
            new Case("erf", spared(VectorFunctions::erf), Functions::erf, 1.5),
            new Case("sin", VectorFunctions::sin, Math::sin, 1.5),
            new Case("cos", VectorFunctions::cos, Math::cos, 1.5));

    private static final float[] HARD = {
        0f,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1,
        -1,
        0.5f,
        -0.5f,
        1.5f,
        2.5f,
        -2.5f,
        8388607.5f,
        8388609,
        88.72283f,
        88.72284f,
        88.8f,
        -87.33655f,
        -103.97f,
        -103.98f,
        -104.5f,
        -17.33f,
        0x1.fffffep-1f,
        -0x1.fffffep-1f,
        0x1.000002p0f,
        30000,
        30000.002f,
        1e30f,
        (float) Math.PI,
        (float) (Math.PI / 2)
    };

    @TestFactory
    List<DynamicTest> errorsAreAsStated() {
        float[] arguments = arguments();
        List<DynamicTest> tests = new ArrayList<>();
        for (Case each : CASES) {
            tests.add(DynamicTest.dynamicTest(each.name, () -> {
                double worst = worst(each, arguments);
                assertThat(worst).as(each.name).isLessThanOrEqualTo(each.ulps);
            }));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> resultsDependOnNeitherPlaceNorNeighbours() {
        float[] arguments = arguments();
        List<DynamicTest> tests = new ArrayList<>();
        for (Case each : CASES) {
            tests.add(DynamicTest.dynamicTest(each.name, () -> {
                float[] expected = apply(each.pass, arguments);
                float[] moved = new float[arguments.length];
                for (int i = 0; i < 2000; i++) {
                    float[] one = new float[LANES + 3];
                    one[3] = arguments[i];
                    each.pass.run(one, 3, 1);
                    moved[i] = one[3];
                }
                assertThat(Arrays.copyOf(moved, 2000)).isEqualTo(Arrays.copyOf(expected, 2000));
            }));
        }
        return tests;
    }

    @Test
    void powersHaveTheErrorStatedAndTheSpecialCasesOfIeee754() {
        Random random = new Random(3);
        double worst = 0;
        for (float x : HARD) {
            for (float y : HARD) {
                worst = Math.max(worst, power(x, y));
            }
        }
        for (int i = 0; i < 100_000; i++) {
            float x = Float.intBitsToFloat(random.nextInt() & 0x7fffffff);
            worst = Math.max(worst, power(x, (random.nextFloat() - 0.5f) * 4));
            worst = Math.max(worst, power(random.nextFloat() * 4 - 2, random.nextInt(20) - 10));
            worst = Math.max(worst, power(1 + random.nextFloat() * 0.01f, random.nextFloat() * 20000 - 10000));
        }
        assertThat(worst).isLessThanOrEqualTo(0.6);
    }

    @Test
    void sumsAddHalvesToHalves() {
        float[] lanes = new float[LANES + 2];
        for (int i = 0; i < LANES; i++) {
            lanes[i + 1] = i + 1;
        }
        lanes[1] = 1e8f;

        float expected = expectedSum(Arrays.copyOfRange(lanes, 1, LANES + 1));
        assertThat(VectorFunctions.sum(lanes, 1)).isEqualTo(expected);
    }

    private static float expectedSum(float[] lanes) {
        if (lanes.length == 1) {
            return lanes[0];
        }
        float[] halves = new float[lanes.length / 2];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = lanes[i] + lanes[i + halves.length];
        }
        return expectedSum(halves);
    }

    private static double power(float x, float y) {
        float[] array = {x, y};
        VectorFunctions.pow(array, 0, 1, 1);
        double exact = x == 1 || x == -1 && Float.isInfinite(y) ? 1 : Math.pow(x, y);
        double error = Ulps.between(array[0], exact);
        assertThat(error)
                .as("%s ^ %s = %s, got %s", x, y, (float) exact, array[0])
                .isLessThan(1e9);
        return error;
    }

    private static double worst(Case each, float[] arguments) {
        float[] results = apply(each.pass, arguments);
        double worst = 0;
        for (int i = 0; i < results.length; i++) {
            worst = Math.max(worst, Ulps.between(results[i], each.exact.applyAsDouble(arguments[i])));
        }
        return worst;
    }

    private static float[] apply(Pass pass, float[] arguments) {
        float[] results = Arrays.copyOf(arguments, arguments.length + LANES);
        pass.run(results, 0, arguments.length);
        return Arrays.copyOf(results, arguments.length);
    }

    /** A function that needs spare memory, in a copy that has it. */
    private static Pass spared(Spared function) {
        return (x, from, count) -> {
            float[] copy = Arrays.copyOf(x, 2 * x.length);
            function.run(copy, from, x.length + from, count);
            System.arraycopy(copy, 0, x, 0, x.length);
        };
    }

    @Test
    void sumsTakeEachElementOnce() {
        for (int count = 0; count <= 100; count++) {
            float[] x = new float[count + 3 + 2 * VectorFunctions.lanes()];
            Arrays.fill(x, Float.NaN);
            for (int i = 0; i < count; i++) {
                x[3 + i] = i * i;
            }
            float sum = VectorFunctions.sum(x, 3, count, 3 + count + VectorFunctions.lanes());
            assertThat(sum).as("%d elements", count).isEqualTo((count - 1) * count * (2 * count - 1) / 6);
        }
    }

    /** The hard ones, all exponents with random fractions, and more where functions bend. */
    private static float[] arguments() {
        Random random = new Random(5);
        float[] arguments = new float[HARD.length + 512 * 100 + 100_000];
        System.arraycopy(HARD, 0, arguments, 0, HARD.length);
        int at = HARD.length;
        for (int exponent = 0; exponent < 512; exponent++) {
            for (int i = 0; i < 100; i++) {
                arguments[at++] = Float.intBitsToFloat(exponent << 23 | random.nextInt(1 << 23));
            }
        }
        while (at < arguments.length) {
            arguments[at] = (random.nextFloat() * 2 - 1) * (at % 2 == 0 ? 2 : 110);
            at++;
        }
        return arguments;
    }
}
