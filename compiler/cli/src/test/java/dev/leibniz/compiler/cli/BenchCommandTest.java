package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCommandTest {
    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("Net.nn"), text).toString();
    }

    @Test
    void eachThingANetworkCanDoIsALine() throws IOException {
        Session session = Session.run("bench", file("""
                        package demo;
                        network Net {
                          size N;
                          size T;
                          input id: int[N, T] in 3..5;
                          input seen: bool[N, T];
                          param table: float[5, 2] = normal(0, 1);
                          h = seen ? sum(one_hot(id, 5) @ table, axis = -1) : 0;
                          output y = h;
                          loss mean(h^2);
                          train sgd(rate = 0.1);
                        }
                        network Fixed { input x: float[3]; output y = 2 * x; }
                        """), "--size", "N=2", "--size", "T=3", "--seconds", "0.01");

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        String numbers = "\"micros_median\": [0-9.]+, \"micros_min\": [0-9.]+, \"gflops\": [0-9.]+\\}";
        String net = "\\{\"network\": \"Net\", \"sizes\": \\{\"N\": 2, \"T\": 3\\}, \"threads\": 1, \"what\": \"%s\", ";
        String fixed = "\\{\"network\": \"Fixed\", \"sizes\": \\{\\}, \"threads\": 1, \"what\": \"predict\", ";
        assertThat(session.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(net.formatted("predict") + numbers),
                        line -> assertThat(line).matches(net.formatted("forward_backward") + numbers),
                        line -> assertThat(line).matches(net.formatted("step") + numbers),
                        line -> assertThat(line).matches(fixed + numbers));
    }

    @Test
    void kernelsAreATableWithARowForEachMethod() throws IOException {
        Session session = Session.run("bench", file("""
                        package demo;
                        network Net {
                          size N;
                          input x: float[N, 6];
                          param W: float[6, 4] = normal(0, 1);
                          h = tanh(x @ W);
                          output y = h;
                          loss mean(h^2);
                          train sgd(rate = 0.1);
                        }
                        network Fixed { input x: float[3]; output y = 2 * x; }
                        """), "--size", "N=3", "--seconds", "0.05", "--kernels");

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        String sums = "rest( +(\\S+ %|[0-9.,]+|–))+\n" + "total +\\d+ (.*\n?)+";
        String[] parts = session.out().split("\n\n");
        assertThat(parts).hasSize(4);
        assertThat(parts[0])
                .startsWith("Net, N = 3, step, threads: 1, samples: ")
                .containsPattern("\nroof: \\S+ GFLOP/s \\(floats in registers\\), \\S+ GB/s ");
        assertThat(parts[1]).startsWith("kernel ").contains("Net.nn:6", "\nWBar ", "\nsgd ");
        assertThat(parts[1].substring(parts[1].indexOf("\nrest") + 1)).matches(sums);
        assertThat(parts[2]).startsWith("Fixed, predict, threads: 1, samples: ");
        assertThat(parts[3]).contains("\ny ", "Net.nn:11");
    }

    @Test
    void sizesThatNoArrayHoldsAreRefused() throws IOException {
        String net = file("package demo; network Net { size N; input x: float[N, 3]; output y = 2 * x; }");

        Session session = Session.run("bench", net, "--size", "N=2000000000");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err())
                .startsWith("error[too-large]: [N, 3] has 6,000,000,000 elements with N = 2,000,000,000;");
    }

    @Test
    void wrongUsageIsToldInOneLine() throws IOException {
        String net = file("package demo; network Net { input x: float[3]; output y = 2 * x; }");

        assertThat(Session.run("bench", net, "--seconds", "0").err())
                .startsWith("error[usage]: --seconds must be more than 0 and at most 3600, found 0.0");
        assertThat(Session.run("bench", net, "--network", "Nett").err())
                .contains("declares no network `Nett`", "did you mean `Net`?");
    }
}
