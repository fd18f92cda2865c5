package dev.leibniz.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    /** Argument, result to 16 digits, and what it lacks, from 40 digits. */
    private static final double[][] ERF = {
        {1e-300, 1.1283791670955126e-300, -1.495728e-317},
        {1e-10, 1.1283791670955126e-10, 3.250270181699747e-27},
        {0.1, 0.1124629160182849, 9.255497413884101e-19},
        {0.3, 0.3286267594591274, 2.2908254446982777e-17},
        {0.49999, 0.5204910899433182, 2.827409952211461e-17},
        {0.5, 0.5204998778130465, 1.900077467916287e-17},
        {0.75, 0.7111556336535151, 4.69744077164289e-17},
        {0.9999999, 0.842700751438961, 4.923128232284131e-17},
        {1.0, 0.8427007929497149, -2.4801011789118602e-17},
        {1.2, 0.9103139782296353, 3.397215509164728e-17},
        {1.7, 0.9837904585907745, 4.16538078253101e-17},
        {2.5, 0.999593047982555, 4.6925151097042234e-17},
        {3.3, 0.9999969422902035, 3.418688300158856e-17},
        {4.4, 0.999999999510829, 9.94970691038822e-18},
        {5.5, 0.9999999999999927, -3.03759554483649e-17},
        {5.9, 0.9999999999999999, 3.911820462701088e-17},
        {-0.2, -0.22270258921047847, 8.158822191774653e-18},
        {-0.8, -0.7421009647076605, 2.7617187363617345e-18},
        {-1.5, -0.9661051464753108, 3.3867031441680696e-17},
        {-3.0, -0.9999779095030014, -5.363397058636269e-17},
    };

    private static final double[][] ERFC = {
        {1e-300, 1.0, 0.0},
        {1e-10, 0.999999999887162, 4.44874363735484e-17},
        {0.1, 0.887537083981715, 5.4585601489869416e-17},
        {0.3, 0.6713732405408726, 3.2602896784275053e-17},
        {0.49999, 0.4795089100566818, 2.723705170914322e-17},
        {0.5, 0.4795001221869535, -1.900077467916287e-17},
        {0.75, 0.28884436634648486, 8.536743514828927e-18},
        {0.9999999, 0.157299248561039, 6.2798689084165165e-18},
        {1.0, 0.15729920705028513, -2.954563826510312e-18},
        {1.2, 0.08968602177036464, -6.216579476018365e-18},
        {1.7, 0.01620954140922544, -2.044440186672801e-20},
        {2.5, 0.0004069520174449589, 2.080297158010754e-20},
        {3.3, 3.0577097964381654e-06, -2.097339313701187e-22},
        {4.4, 4.891710270605872e-10, 3.5927415554930466e-26},
        {5.5, 7.357847917974398e-15, -2.2410709375634793e-31},
        {5.9, 7.190409783550478e-17, -5.8011527471643384e-33},
        {-0.2, 1.2227025892104784, 1.02863480270741e-16},
        {-0.8, 1.7421009647076604, 1.0826058372615392e-16},
        {-1.5, 1.9661051464753108, -3.3867031441680696e-17},
        {-3.0, 1.9999779095030015, -5.738833187615296e-17},
        {8.0, 1.1224297172982926e-29, 6.498454021773158e-46},
        {15.0, 7.212994172451207e-100, -1.5626120284327402e-116},
        {26.0, 5.663192408856143e-296, -3.454309640217e-312},
        {26.5, 2.2109076642637343e-307, 5e-324},
    };

    @Test
    void errorFunctionIsWithinOneUlp() {
        for (double[] each : ERF) {
            assertThat(Ulps.between(Functions.erf(each[0]), each[1], each[2]))
                    .as("erf(%s)", each[0])
                    .isLessThanOrEqualTo(1);
            assertThat(Ulps.between(Functions.erf(-each[0]), -each[1], -each[2]))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void complementaryErrorFunctionIsWithinFourUlp() {
        for (double[] each : ERFC) {
            assertThat(Ulps.between(Functions.erfc(each[0]), each[1], each[2]))
                    .as("erfc(%s)", each[0])
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void errorFunctionsHaveTheirLimits() {
        assertBits(Functions.erf(0.0), 0.0);
        assertBits(Functions.erf(-0.0), -0.0);
        assertBits(Functions.erf(Double.MIN_VALUE), Double.MIN_VALUE);
        assertBits(Functions.erf(Double.POSITIVE_INFINITY), 1);
        assertBits(Functions.erf(Double.NEGATIVE_INFINITY), -1);
        assertBits(Functions.erf(Double.NaN), Double.NaN);
        assertBits(Functions.erfc(Double.POSITIVE_INFINITY), 0);
        assertBits(Functions.erfc(Double.NEGATIVE_INFINITY), 2);
        assertBits(Functions.erfc(Double.NaN), Double.NaN);
        assertBits(Functions.erf(-0f), -0.0);
        assertBits(Functions.erfc(0f), 1);
    }

    @Test
    void errorFunctionsAreMonotonicAcrossTheirPieces() {
        for (double border : new double[] {0.5, 1, 6, 28}) {
            double x = border - 1e-13 * border;
            for (int i = 0; i < 2000; i++) {
                double next = x + 1e-16 * border;
                assertThat(Functions.erf(next)).isGreaterThanOrEqualTo(Functions.erf(x) - Math.ulp(1.0));
                x = next;
            }
        }
    }

    @Test
    void sigmoidNeverOverflowsAndKeepsNaN() {
        assertBits(Functions.sigmoid(0.0), 0.5);
        assertBits(Functions.sigmoid(1000.0), 1);
        assertBits(Functions.sigmoid(-1000.0), 0);
        assertBits(Functions.sigmoid(Double.POSITIVE_INFINITY), 1);
        assertBits(Functions.sigmoid(Double.NEGATIVE_INFINITY), 0);
        assertBits(Functions.sigmoid(Double.NaN), Double.NaN);
        assertThat(Functions.sigmoid(-700.0)).isCloseTo(Math.exp(-700), within(1e-316));
        assertThat(Functions.sigmoid(-100f)).isEqualTo((float) Math.exp(-100));
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double x = random.nextGaussian() * 10;
            assertThat(Functions.sigmoid(x) + Functions.sigmoid(-x)).isCloseTo(1, within(3e-16));
        }
    }

    @Test
    void softplusNeverOverflows() {
        assertBits(Functions.softplus(1000.0), 1000);
        assertBits(Functions.softplus(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY);
        assertBits(Functions.softplus(Double.NEGATIVE_INFINITY), 0);
        assertBits(Functions.softplus(Double.NaN), Double.NaN);
        assertBits(Functions.softplus(0.0), Math.log(2));
        assertThat(Functions.softplus(-50.0)).isEqualTo(Math.exp(-50));
    }

    @Test
    void roundingGoesToTheEvenNeighbour() {
        assertBits(Functions.round(0.5f), 0);
        assertBits(Functions.round(1.5f), 2);
        assertBits(Functions.round(2.5f), 2);
        assertBits(Functions.round(-0.5f), -0.0);
        assertBits(Functions.round(Float.NaN), Double.NaN);
        assertBits(Functions.floor(-0f), -0.0);
    }

    @Test
    void signKeepsZerosAndNaN() {
        assertBits(Functions.sign(-3.0), -1);
        assertBits(Functions.sign(-0f), -0.0);
        assertBits(Functions.sign(Float.NaN), Double.NaN);
        assertBits(Functions.sign(Float.MIN_VALUE), 1);
    }

    private static void assertBits(double actual, double expected) {
        assertThat(Double.compare(actual, expected))
                .as("%s, expected %s", actual, expected)
                .isZero();
    }
}
