package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.SourceFile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of networks that draw random numbers agree with differences, since all evaluations draw the same ones. */
class RandomGradientsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x |> dense(6) |> dropout(0.3) |> tanh |> dense(2)",
                "dropout(x, 0.5) * normal([N, 4])",
                "x |> residual(dropout(0.25)) |> batch_norm",
                "x |> dropout(level) |> dense(3)"
            })
    void gradientsAgreeWithDifferences(String expression) {
        String text = "package t; network Net { size N; input x: float[N, 4]; hyper level = 0.4; y = " + expression
                + "; loss mean(y^3) + 0 * level; }";
        CompileRequest request = CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS);

        GradientReport report = new LeibnizCompiler()
                .checkGradients(request, Map.of("N", 5L), 3)
                .get(0);

        assertThat(report.rows()).isNotEmpty().allMatch(row -> row.relativeError() < 1e-6);
    }
}
