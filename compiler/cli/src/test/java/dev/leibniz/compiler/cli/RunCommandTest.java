package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leibniz.runtime.io.Safetensors;
import dev.leibniz.runtime.io.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
    private static final String LINE = """
            package demo;

            network Line {
              size N;
              input x: float[N, 2];
              input y: float[N];
              param w: float[2] = ones();
              param b: float = 0.5;
              p = x @ w + b;
              output prediction = p;
              loss mean((p - y)^2);
              metric largest = max(p);
              train sgd(rate = 0.1);
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void outputsMetricsLossAndGradientsAreWritten() throws IOException {
        Map<String, StoredTensor> results = run(
                LINE,
                List.of(
                        StoredTensor.of("x", new long[] {2, 2}, new float[] {1, 2, 3, 4}, 0),
                        StoredTensor.of("y", new long[] {2}, new float[] {0, 0}, 0),
                        StoredTensor.of("w", new long[] {2}, new float[] {0.5f, 1}, 0)));

        assertThat(results)
                .containsOnlyKeys(
                        "output.prediction", "metric.largest", "loss", "grad.w", "grad.b", "grad.x", "grad.y");
        assertThat(results.get("output.prediction").toFloats()).containsExactly(3, 6);
        assertThat(results.get("metric.largest").toFloats()).containsExactly(6);
        assertThat(results.get("loss").toFloats()).containsExactly(22.5f);
        assertThat(results.get("loss").shape()).isEmpty();
        assertThat(results.get("grad.w").toFloats()).containsExactly(21, 30);
        assertThat(results.get("grad.b").toFloats()).containsExactly(9);
        assertThat(results.get("grad.x").shape()).containsExactly(2, 2);
        assertThat(results.get("grad.y").toFloats()).containsExactly(-3, -6);
    }

    @Test
    void stepsTrainOnTheSameTensors() throws IOException {
        Map<String, StoredTensor> results = run(
                LINE,
                List.of(
                        StoredTensor.of("x", new long[] {1, 2}, new double[] {1, 0}, 0),
                        StoredTensor.of("y", new long[] {1}, new double[] {0}, 0)),
                "--steps",
                "2",
                "--precision",
                "double");

        // p = 1.5, then each step takes 0.2 p from both w₀ and b.
        assertThat(results.get("loss.history").toDoubles()).containsExactly(new double[] {2.25, 0.81}, within(1e-12));
        assertThat(results.get("w").toDoubles()).containsExactly(new double[] {0.52, 1}, within(1e-12));
        assertThat(results.get("b").toDoubles()).containsExactly(new double[] {0.02}, within(1e-12));
        assertThat(results.get("loss").type()).isEqualTo(StoredTensor.Type.F64);
    }

    @Test
    void parametersThatAreNotGivenFollowFromTheSeed() throws IOException {
        String network = LINE.replace("= ones()", "= normal(0, 1)");
        List<StoredTensor> tensors = List.of(
                StoredTensor.of("x", new long[] {1, 2}, new float[] {1, 2}, 0),
                StoredTensor.of("y", new long[] {1}, new float[] {0}, 0));

        float[] first =
                run(network, tensors, "--seed", "7").get("output.prediction").toFloats();
        float[] again =
                run(network, tensors, "--seed", "7").get("output.prediction").toFloats();
        float[] other =
                run(network, tensors, "--seed", "8").get("output.prediction").toFloats();

        assertThat(again).isEqualTo(first);
        assertThat(Arrays.equals(other, first)).isFalse();
    }

    @Test
    void everythingThatDoesNotFitIsSaidAtOnce() throws IOException {
        Path in = tensors(List.of(
                StoredTensor.of("X", new long[] {2, 2}, new float[4], 0),
                StoredTensor.of("y", new long[] {3}, new float[3], 0),
                StoredTensor.of("w", new long[] {3}, new float[3], 0)));

        Session session = session(LINE, in);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).isEqualTo("""
                        error[missing-tensor]: %1$s holds no tensor `x`, the input float[N, 2] of Line
                          = help: it holds `X`, is that what was meant?

                        error[shape-mismatch]: the parameter `w` is float[2], but the tensor in %1$s has shape [3]
                        """.formatted(in));
    }

    @Test
    void inputsThatDisagreeAboutASizeAreRefused() throws IOException {
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {4, 2}, new float[8], 0),
                StoredTensor.of("y", new long[] {3}, new float[3], 0)));

        assertThat(session(LINE, in).err())
                .isEqualTo("error[shape-mismatch]: the input `y` is float[N] with N = 4, but the tensor in " + in
                        + " has shape [3]\n");
    }

    @Test
    void sizesAreSolvedFor() throws IOException {
        String pairs = "package demo;\nnetwork Pairs {\n  size N;\n  input x: float[2*N + 1];\n"
                + "  output o = x[1:] + full([2*N], N);\n}\n";

        Map<String, StoredTensor> results = run(pairs, List.of(StoredTensor.of("x", new long[] {7}, new float[7], 0)));

        assertThat(results.get("output.o").toFloats()).containsExactly(3, 3, 3, 3, 3, 3);
        Path even = tensors(List.of(StoredTensor.of("x", new long[] {6}, new float[6], 0)));
        assertThat(session(pairs, even).err())
                .isEqualTo("error[shape-mismatch]: the input `x` is float[2*N + 1], but the tensor in " + even
                        + " has shape [6]: N must be a whole number of at least 1, so that 2*N + 1 cannot be 6\n");
    }

    @Test
    void aBatchOfNothingIsRefused() throws IOException {
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {0, 2}, new float[0], 0),
                StoredTensor.of("y", new long[] {0}, new float[0], 0)));

        assertThat(session(LINE, in).err()).isEqualTo("""
                        error[shape-mismatch]: the input `x` is float[N, 2], but the tensor in %1$s has shape [0, 2]: N must be a whole number of at least 1

                        error[shape-mismatch]: the input `y` is float[N], but the tensor in %1$s has shape [0]: N must be a whole number of at least 1
                        """.formatted(in));
    }

    @Test
    void intsOutsideOfTheirRangeAreRefused() throws IOException {
        String network = "package demo;\nnetwork Pick {\n  size N;\n  input i: int[N] in 0..3;\n"
                + "  output o = one_hot(i, 3);\n}\n";
        Path in = tensors(List.of(StoredTensor.of("i", new long[] {2}, new int[] {1, 3}, 0)));

        Session session = session(network, in);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).startsWith("error[bad-value]: " + in + ": i[1] is 3, must be at least 0 and below 3");
    }

    @Test
    void fractionsAreNoInts() throws IOException {
        String network = "package demo;\nnetwork Pick {\n  size N;\n  input i: int[N];\n  output o = i + 1;\n}\n";
        Path in = tensors(List.of(StoredTensor.of("i", new long[] {1}, new float[] {1.5f}, 0)));

        assertThat(session(network, in).err())
                .startsWith("error[type-mismatch]: the input `i` is int[N], but tensor i holds 1.5");
    }

    @Test
    void aTensorThatNothingNeedsIsAWarning() throws IOException {
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {1, 2}, new float[2], 0),
                StoredTensor.of("y", new long[] {1}, new float[1], 0),
                StoredTensor.of("z", new long[] {1}, new float[1], 0)));

        Session session = session(LINE, in);

        assertThat(session.status()).isZero();
        assertThat(session.err())
                .isEqualTo("warning[unused-tensor]: " + in
                        + " holds `z`, which is no input, parameter or state of Line\n");
    }

    @Test
    void oneOfSeveralNetworksHasToBeChosen() throws IOException {
        String two = LINE + LINE.replace("package demo;", "").replace("Line", "Second");
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {1, 2}, new float[2], 0),
                StoredTensor.of("y", new long[] {1}, new float[1], 0)));

        assertThat(session(two, in).err())
                .endsWith("declares several networks: Line, Second\n  = help: choose one with --network\n");
        assertThat(session(two, in, "--network", "Secnod").err()).endsWith("  = help: did you mean `Second`?\n");
        assertThat(session(two, in, "--network", "Second").status()).isZero();
    }

    @Test
    void stepsNeedARule() throws IOException {
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {1, 2}, new float[2], 0),
                StoredTensor.of("y", new long[] {1}, new float[1], 0)));

        Session session = session(LINE.replace("train sgd(rate = 0.1);", ""), in, "--steps", "1");

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err())
                .isEqualTo("error[no-rule]: Line has no loss or no `train` statement, --steps needs both\n");
    }

    @Test
    void aDamagedFileIsAnError() throws IOException {
        Path in = Files.writeString(folder.resolve("in.safetensors"), "no tensors at all");

        Session session = session(LINE, in);

        assertThat(session.status()).isEqualTo(1);
        assertThat(session.err()).startsWith("error[bad-tensors]: " + in.getFileName() + " is no safetensors file");
    }

    @Test
    void theFirstNumberThatIsNotFiniteIsFound() throws IOException {
        String network = LINE.replace("p = x @ w + b;", "p = log(x @ w) + b;");
        Path in = tensors(List.of(
                StoredTensor.of("x", new long[] {3, 2}, new float[] {1, 2, 3, 4, -1, -2}, 0),
                StoredTensor.of("y", new long[] {3}, new float[3], 0)));

        assertThat(session(network, in).status()).isZero();
        Session looked = session(network, in, "--debug-nans");

        assertThat(looked.status()).isEqualTo(1);
        assertThat(looked.err())
                .startsWith("error[not-finite]: v")
                .contains("[2] is NaN, the first value that is not finite: v", " = log(x @ w)   (Line.nn:9)");
        assertThat(folder.resolve("out.safetensors")).exists();
    }

    private Map<String, StoredTensor> run(String network, List<StoredTensor> tensors, String... further)
            throws IOException {
        Session session = session(network, tensors(tensors), further);
        assertThat(session.err()).isEmpty();
        assertThat(session.status()).isZero();
        return Safetensors.read(folder.resolve("out.safetensors")).tensors();
    }

    private Session session(String network, Path in, String... further) throws IOException {
        Path file = Files.writeString(folder.resolve("Line.nn"), network);
        Object[] arguments = {"run", file, "--in", in, "--out", folder.resolve("out.safetensors")};
        Object[] all = Arrays.copyOf(arguments, arguments.length + further.length);
        System.arraycopy(further, 0, all, arguments.length, further.length);
        return Session.run(all);
    }

    private Path tensors(List<StoredTensor> tensors) throws IOException {
        Path in = folder.resolve("in.safetensors");
        Safetensors.write(in, Map.of(), tensors);
        return in;
    }
}
