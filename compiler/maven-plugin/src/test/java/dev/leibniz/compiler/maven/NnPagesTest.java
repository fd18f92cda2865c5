package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.driver.CompileOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnPagesTest {
    private static final String NETWORK = """
            package demo;

            network Scaled {
              size N;
              input x: float[N, 3];
              param W: float[3] = ones();
              loss mean(twice(x * W)^2);
            }
            """;

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();

    @Test
    void aFileWithNetworksHasAPageAndOneWithoutHasNone() throws Exception {
        file("src/demo/Scaled.nn", NETWORK);
        file("src/demo/twice.nn", "package demo;\nfunction twice(x) = 2 * x;\n");

        explain();

        Path page = project.resolve("out/demo/Scaled.html");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Scaled");
        assertThat(project.resolve("out/demo")).isDirectoryNotContaining("glob:**/twice*");
        assertThat(log.lines()).containsExactly("[INFO] Explained in " + page);
    }

    @Test
    void mistakesAreReportedAndNothingIsWritten() throws Exception {
        file("src/demo/Scaled.nn", NETWORK);

        assertThatThrownBy(this::explain).hasMessage("1 error in 1 file");
        assertThat(project.resolve("out")).doesNotExist();
    }

    private void explain() throws IOException, MojoFailureException {
        new NnPages(
                        new NnPages.Settings(
                                SourceFolder.all(project.resolve("src")),
                                new Dependencies(List.of()),
                                project.resolve("out"),
                                StandardCharsets.UTF_8,
                                false,
                                CompileOptions.DEFAULTS),
                        log)
                .run();
    }

    private void file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
