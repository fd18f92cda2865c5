package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.Model;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sizes that each fit into an int while what is computed from them does not. */
class OverflowTest {
    private static Model model(String statements) throws ReflectiveOperationException {
        return Generated.of("package t; network Net { size N; " + statements + " }")
                .model(1);
    }

    @Test
    void arraysThatOnlyFitAnOverflownSizeAreRefused() throws Exception {
        Model model = model("size T; input x: float[N, T]; output y = x * 2;");

        assertThatThrownBy(() -> model.predict(
                        new Object[] {new float[0]}, new int[] {65536, 65536}, new Object[] {new float[0]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x has 0 elements, must have 4294967296");
    }

    @Test
    void resultsThatOnlyFitAnOverflownSizeAreRefused() throws Exception {
        Model model = model("input x: float[N]; output y = expand(x, 1) * ones([65536]);");

        assertThatThrownBy(() ->
                        model.predict(new Object[] {new float[65536]}, new int[] {65536}, new Object[] {new float[0]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("y has 0 elements, must have at least 4294967296");
    }

    @Test
    void memoryBeyondAnArrayIsRefused() throws Exception {
        Model model = model("input x: float[N]; y = expand(x, 1) * x; output z = sum(exp(cumsum(y, 0) @ y));");

        assertThatThrownBy(() ->
                        model.predict(new Object[] {new float[60000]}, new int[] {60000}, new Object[] {new float[1]}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sizes so large need an array of ");
    }

    @Test
    void numbersComputedFromSizesDoNotOverflow() throws Exception {
        float[] x = new float[65537];
        Arrays.fill(x, 1);
        float[] y = new float[x.length];
        model("input x: float[N]; output y = x / (N * (N - 1));")
                .predict(new Object[] {x}, new int[] {x.length}, new Object[] {y});

        assertThat((double) y[65536]).isCloseTo(1 / (65537.0 * 65536.0), within(1e-15));
        model("input x: float[N]; output y = x * (N + 1)^5;")
                .predict(new Object[] {x}, new int[] {x.length}, new Object[] {y});
        assertThat(y[0]).isNotNaN();
    }

    @Test
    void aRowMayCostMoreThanAnIntCounts() {
        Generated generated = Generated.of("package t; network Net { size N; input x: float[N, 32768]; "
                + "param w: float[32768, 40000] = zeros(); output y = x @ w; }");

        assertThat(generated.text("NetTeam")).contains("return team.shares(2621440000L * N)");
    }

    @Test
    void rangesMayEndBeyondInts() throws Exception {
        Model model = model("input k: int[N] in -3000000000..9000000000; output y = k + 1;");
        int[] y = new int[2];

        model.predict(new Object[] {new int[] {-7, 7}}, new int[] {2}, new Object[] {y});

        assertThat(y).containsExactly(-6, 8);
    }
}
