package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CentralDifferencesTest {
    private final double[] x = {0.3, -2};

    @Test
    void aRightDerivativeAgrees() {
        CentralDifferences differences = new CentralDifferences(() -> Math.sin(x[0]) * x[1]);

        assertThat(differences.check(x, 0, Math.cos(0.3) * -2).relativeError()).isLessThan(1e-9);
        assertThat(differences.check(x, 1, Math.sin(0.3)).relativeError()).isLessThan(1e-9);
        assertThat(x).containsExactly(0.3, -2);
    }

    @Test
    void aSlightlyWrongDerivativeDisagrees() {
        CentralDifferences differences = new CentralDifferences(() -> Math.sin(x[0]) * x[1]);

        CentralDifferences.Comparison comparison = differences.check(x, 0, Math.cos(0.3) * -2 * 1.00001);

        assertThat(comparison.relativeError()).isGreaterThan(GradientReport.TOLERANCE);
        assertThat(comparison.worseThan(GradientReport.TOLERANCE)).isTrue();
    }

    @Test
    void aDerivativeCloseToAKinkAgrees() {
        x[0] = 3e-6;
        CentralDifferences differences = new CentralDifferences(() -> Math.abs(x[0]));

        assertThat(differences.check(x, 0, 1).relativeError()).isLessThan(GradientReport.TOLERANCE);
    }

    @Test
    void aSmallDerivativeOfASteepFunctionAgrees() {
        x[0] = 0;
        CentralDifferences differences = new CentralDifferences(() -> Math.sin(400 * x[0]) - 400 * x[0]);

        assertThat(differences.check(x, 0, 0).relativeError()).isLessThan(GradientReport.TOLERANCE);
        assertThat(differences.check(x, 0, 1e-5).relativeError()).isGreaterThan(GradientReport.TOLERANCE);
    }

    @Test
    void aDerivativeThatIsNoNumberDisagrees() {
        CentralDifferences differences = new CentralDifferences(() -> x[0]);

        assertThat(differences.check(x, 0, Double.NaN).worseThan(Double.MAX_VALUE))
                .isTrue();
    }
}
