package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.driver.CompileOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnCheckTest {
    private static final String NETWORK = """
            package demo;

            network %s {
              size N;
              input x: float[N, 3];
              param W: float[3] = ones();
              loss mean((%s)^2);
            }
            """;

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();

    @Test
    void gradientsThatAgreeAreSaidToAgree() throws Exception {
        file("main/demo/Scaled.nn", NETWORK.formatted("Scaled", "x * W"));
        file("test/demo/Twice.nn", NETWORK.formatted("Twice", "2 * x * W"));

        check(OptionalLong.of(0));

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] No mistakes in 2 .nn files",
                        "[INFO] The gradients of 2 networks agree with central differences");
    }

    @Test
    void aProjectWithoutSourcesHasNothingToBeSaid() throws Exception {
        check(OptionalLong.of(0));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aGradientThatIsOffIsNamedWithItsNetworkAndError() throws Exception {
        file("main/demo/Scaled.nn", NETWORK.formatted("Scaled", "x * stop_gradient(W)"));

        assertThatThrownBy(() -> check(OptionalLong.of(0)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "network Scaled with N=3: the gradient by W is off by a relative error of 1.0e+00");
    }

    @Test
    void gradientsAreNotComparedIfThatIsNotWanted() throws Exception {
        file("main/demo/Scaled.nn", NETWORK.formatted("Scaled", "x * stop_gradient(W)"));

        check(OptionalLong.empty());

        assertThat(log.lines()).containsExactly("[INFO] No mistakes in 1 .nn file");
    }

    @Test
    void mistakesOfSourcesAndTestsAreReportedTogetherAndOnce() throws Exception {
        Path main = file("main/demo/Main.nn", NETWORK.formatted("Main", "x * V"));
        Path test = file("test/demo/Test.nn", NETWORK.formatted("Test", "x * U"));

        assertThatThrownBy(() -> check(OptionalLong.of(0))).hasMessage("2 errors in 2 files");
        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0)).startsWith("[ERROR] " + main + ":[7,18] unknown-name: ");
        assertThat(log.lines().get(1)).startsWith("[ERROR] " + test + ":[7,18] unknown-name: ");
    }

    @Test
    void sourcesMustNotNeedWhatTestsDeclare() throws Exception {
        file("main/demo/Scaled.nn", NETWORK.formatted("Scaled", "scaled(x, W)"));
        file("test/demo/scaled.nn", "package demo;\nfunction scaled(x, w) = x * w;\n");

        assertThatThrownBy(() -> check(OptionalLong.of(0))).hasMessage("1 error in 1 file");
    }

    private void check(OptionalLong seed) throws IOException, MojoFailureException {
        new NnCheck(
                        new NnCheck.Settings(
                                SourceFolder.all(project.resolve("main")),
                                SourceFolder.all(project.resolve("test")),
                                new Dependencies(List.of()),
                                StandardCharsets.UTF_8,
                                false,
                                CompileOptions.DEFAULTS,
                                seed),
                        log)
                .run();
    }

    private Path file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
