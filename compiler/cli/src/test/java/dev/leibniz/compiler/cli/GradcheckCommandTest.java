package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s |> conv1d(4, 3, padding = \"same\", dilation = 2)",
                "s |> conv1d(6, 2, stride = 3, groups = 3, bias = false)",
                "s |> max_pool(2) |> tanh",
                "s |> conv1d(2, 3) |> avg_pool(3, stride = 1, padding = 1)",
                "x |> conv2d(4, 3, padding = 1) |> tanh |> conv2d(2, [2, 3], stride = [2, 1])",
                "x |> conv2d(4, 1, stride = 2) |> sigmoid",
                "x |> conv2d(4, [3, 2], groups = 2, dilation = [1, 2]) |> max_pool([2, 3], stride = 1, padding = 1)",
                "x |> conv2d_transpose(3, 3, stride = 2, padding = 1, output_padding = 1) |> tanh |> avg_pool(2)",
                "x |> conv2d_transpose(4, [1, 2], groups = 2, dilation = 2) |> conv2d(3, 2, bias = false)",
                "grad(sum(sin(x |> conv2d(3, 2))), x)"
            })
    void layersOfWindowsAreDerivedRight(String layers) throws IOException {
        Path net = file("""
                package demo;

                network Net {
                  size N;
                  size T;
                  input x: float[N, 2, 5, 6];
                  input s: float[N, 3, T];
                  y = %s;
                  loss mean(sin(y) * y) + mean(s);
                }
                """.formatted(layers));

        for (String sizes : List.of("N=1,T=5", "N=2,T=7", "N=5,T=8")) {
            String[] both = sizes.split(",");
            Session session = Session.run("gradcheck", net, "--size", both[0], "--size", both[1]);

            assertThat(session.err().lines().filter(line -> line.startsWith("error")))
                    .isEmpty();
            assertThat(session.out()).endsWith("all gradients agree\n");
        }
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
    void aLossThatOverflowsAsItIsWrittenIsComparedInItsStableForm() throws IOException {
        Session session = Session.run("gradcheck", file("""
                        package demo;

                        network Net {
                          size N;
                          input x: float[N, 4];
                          param W: float[4, 3] = he_uniform();
                          z = 100000 * (x @ W);
                          loss mean(log(1 + exp(z)));
                        }
                        """));

        assertThat(session.status()).isZero();
        assertThat(session.out())
                .contains("\n  as written the loss is not finite at these values: numeric is of its stable form\n")
                .endsWith("all gradients agree\n");
    }

    @Test
    void nothingIsComparedIfNoFormOfTheLossIsFinite() throws IOException {
        Session session = Session.run(
                "gradcheck",
                file("package demo;\nnetwork Net {\n  input x: float[2];\n  loss sum(exp(100000 * x^2));\n}\n"));

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.out())
                .isEqualTo("Net: the loss is Infinity at these values: nothing was compared; try another --seed\n");
    }

    @Test
    void activationsOfDeepTowersStayModerate() throws IOException {
        Session session = Session.run("gradcheck", file("""
                        package demo;

                        network Net {
                          size N;
                          input x: float[N, 16];
                          h = x;
                          for i in 0..14 { h = h + (h |> dense(32) |> relu |> dense(16)); }
                          loss mean(exp(h |> dense(3)));
                        }
                        """));

        assertThat(session.status()).isZero();
        assertThat(session.out()).containsPattern("loss \\d{1,3}\\.").endsWith("all gradients agree\n");
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
