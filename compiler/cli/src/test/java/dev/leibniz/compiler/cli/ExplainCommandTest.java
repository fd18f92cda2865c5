package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theScheduleIsTheKernelsInOrderWithWhatTheyComputeReadAndWrite() throws IOException {
        Session session = Session.run("explain", "--schedule", "--size", "T=8", loop());

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).isEqualTo("""
                network Loop

                  predict
                    1  Loop.nn:5  sum: float = 0
                         0 FLOPs, reads 0, writes 4 bytes
                    for t in 0..T
                      2  Loop.nn:5  v4: float[1] = total + x[t] * x[t]
                           2 FLOPs, reads 8, writes 4 bytes
                      3  Loop.nn:5  sum: float = sumNext
                           0 FLOPs, reads 4, writes 4 bytes
                  total: 3 kernels from 2 operations
                    2*T FLOPs, reads 12*T, writes 8*T + 4 bytes
                    4 bytes at the peak
                    with T = 8: 16 FLOPs, reads 96, writes 68 bytes, peak 4
                """);
    }

    @Test
    void theDerivationIsADocumentOfLatexToo() throws IOException {
        Session session = Session.run("explain", "--latex", classifier());

        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .startsWith("\\documentclass{article}\n")
                .contains(
                        "  {\\overline{W}}_{\\text{y}} &= {x}^{\\top}\\,\\overline{y} && \\text{\\footnotesize through contract")
                .endsWith("\\end{document}\n");
    }

    @Test
    void onlyOneKindIsExplainedAtATime() throws IOException {
        Session session = Session.run("explain", "--latex", "--schedule", classifier());

        assertThat(session.status()).isEqualTo(2);
    }

    @Test
    void aTrainingStepEndsWithItsUpdate() throws IOException {
        Session session = Session.run("explain", "--schedule", classifier());

        assertThat(session.err()).isEmpty();
        assertThat(session.out()).contains("""
                    6  Small.nn:6  v35: float[1, 2] = sum(yBar, axis = 0)
                         2*N FLOPs, reads 8*N + 8, writes 8 bytes
                    7  Small.nn:6  v37: float[3, 2] = x' @ yBar
                         12*N FLOPs, reads 20*N + 24, writes 24 bytes
                  total: 7 kernels from 27 operations
                    61*N + 3 FLOPs, reads 76*N + 68, writes 36*N + 40 bytes
                    24*N bytes at the peak
                    with N = 64: 3,907 FLOPs, reads 4,932, writes 2,344 bytes, peak 1,536

                  update by sgd(rate = 0.1)
                    1  Small.nn:9  wNext: float[P] = w - 0.1 * g
                       gNext: float[P] = broadcast(0, [P])
                         2*P FLOPs, reads 8*P, writes 8*P bytes
                """);
    }

    @Test
    void rulesAreListedPassByPassWithAnExampleOfEach() throws IOException {
        Session session = Session.run("explain", "--rules", classifier());

        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        assertThat(session.out()).startsWith("""
                network Small

                  stabilise
                    StabiliseLogOfSoftmax       stable  2 times  Small.nn:8
                      log(p) → y - logsumexp(y, axis = 1)

                  canonicalise
                    PullSignOutOfProduct        exact   2 times  Small.nn:8
                      -1 / t1 → -(1 / t1)
                    CollapseNegations           exact   1 time   Small.nn:8
                      --t1 → t1
                """);
        assertThat(session.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void aNetworkThatNoRuleAppliesToIsSaidToBeOne() throws IOException {
        Path file = write("Sum", "network Sum { input x: float[3]; output y = exp(x); }");

        assertThat(Session.run("explain", "--rules", file).out()).isEqualTo("network Sum: no rule was applied\n");
    }

    @Test
    void rulesAndScheduleAreTwoQuestions() throws IOException {
        Session session = Session.run("explain", "--rules", "--schedule", loop());

        assertThat(session.status()).isEqualTo(2);
        assertThat(session.err()).isEqualTo("""
                error[usage]: --schedule, --rules are mutually exclusive (specify only one)
                  = help: nnc explain --help
                """);
    }

    @Test
    void mistakesAreReportedWhateverIsAsked() throws IOException {
        Path file = write("Wrong", "network Wrong { output y = x; }");

        for (String option : new String[] {"--rules", "--schedule"}) {
            Session session = Session.run("explain", option, file);
            assertThat(session.status()).isEqualTo(1);
            assertThat(session.err()).startsWith("error[unknown-name]: nothing is called `x`");
        }
    }

    private Path loop() throws IOException {
        return write("Loop", """
                network Loop {
                  size T;
                  input x: float[T];
                  scan t in 0..T with total = 0.0 { total = total + x[t]^2; }
                  output sum = total;
                }
                """);
    }

    private Path classifier() throws IOException {
        return write("Small", """
                network Small {
                  size N;
                  input x: float[N, 3];
                  input label: int[N] in 0..2;
                  y = x |> dense(2);
                  output p = softmax(y);
                  loss -mean(log(p) * one_hot(label, 2));
                  train sgd(rate = 0.1);
                }
                """);
    }

    private Path write(String name, String network) throws IOException {
        return Files.writeString(folder.resolve(name + ".nn"), "package t;\n" + network);
    }
}
