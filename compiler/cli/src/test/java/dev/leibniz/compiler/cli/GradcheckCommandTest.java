package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GradcheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyParameterAndFloatInputHasARow() throws IOException {
        Session session = Session.run("gradcheck", file("""
                        package demo;

                        network Net {
                          size N;
                          input x: float[N, 4];
                          input y: int[N] in 0..3;
                          logits = x |> dense(5) |> relu |> dense(3);
                          loss mean(cross_entropy(logits, y));
                        }
                        """), "--size", "N=2");

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).startsWith("Net with N=2: loss ").endsWith("all gradients agree\n");
        assertThat(session.out()
                        .lines()
                        .filter(line -> line.endsWith("  ok"))
                        .map(line -> line.strip().replaceAll("  +.*", "")))
                .containsExactly("logits.dense.W", "logits.dense.b", "logits.dense2.W", "logits.dense2.b", "x");
    }

    @Test
    void logarithmsAreCheckedWhereTheyAreDefined() throws IOException {
        Session session = Session.run(
                "gradcheck",
                file("package demo;\nnetwork Net {\n  input x: float[5];\n  loss sum(log(x) * sqrt(x));\n}\n"));

        assertThat(session.out()).startsWith("Net: loss ").contains("  [5]").endsWith("all gradients agree\n");
        assertThat(session.status()).isZero();
    }

    @Test
    void gradientsThatAreStoppedDisagree() throws IOException {
        Session session = Session.run(
                "gradcheck",
                file("package demo;\nnetwork Net {\n  input x: float[2];\n  loss sum(x * stop_gradient(x));\n}\n"));

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out()).contains("  WRONG\n").endsWith("gradients disagree by more than 1e-6\n");
    }

    @Test
    void aNetworkWithoutLossCannotBeChecked() throws IOException {
        Path file = file("package demo;\nnetwork Net {\n  input x: float[2];\n  output y = x;\n}\n");

        Session session = Session.run("gradcheck", file);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).isEqualTo("error[nothing-to-check]: no network of " + file + " has a loss\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("Net.nn"), text);
    }
}
