package dev.leibniz.compiler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.source.SourceFile;
import org.junit.jupiter.api.Test;

/** A penalty of the weights needs no memory of the weights' size. */
class GradientTermsTest {
    private static Plan plan(String penalty) {
        String text = """
                package t;
                network Net {
                  size N;
                  input x: float[N, 300];
                  param W: float[300, 300] = normal(0, 0.1);
                  h = tanh(x @ W);
                  loss mean(h^2)%s;
                  train sgd(rate = 0.1);
                }
                """.formatted(penalty);
        return new LeibnizCompiler()
                .networks(CompileRequest.of(new SourceFile("Net.nn", text), CompileOptions.DEFAULTS))
                .get(0)
                .code()
                .train()
                .orElseThrow();
    }

    @Test
    void aPenaltyNeedsNoMemory() {
        long without = plan("").bytes(false).evaluate(name -> 64);

        assertThat(plan(" + 0.01 * sum(W^2)").bytes(false).evaluate(name -> 64)).isLessThan(without + 10_000);
        assertThat(plan(" + 0.01 * l2(W) + 0.02 * l1(W)").bytes(false).evaluate(name -> 64))
                .isLessThan(without + 10_000);
    }
}
