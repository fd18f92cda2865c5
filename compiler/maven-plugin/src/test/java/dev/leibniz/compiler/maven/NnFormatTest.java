package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnFormatTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);
    private static final String CROOKED = "package demo;\n\nfunction twice(x)=2*x;\n";
    private static final String STRAIGHT = "package demo;\n\nfunction twice(x) = 2 * x;\n";

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private Path crooked = Path.of("");
    private Path straight = Path.of("");

    @BeforeEach
    void oneFileThatIsInTheStyleAndOneThatIsNot() throws IOException {
        crooked = Files.writeString(folder.resolve("crooked.nn"), CROOKED);
        straight = Files.writeString(folder.resolve("straight.nn"), STRAIGHT);
        Files.setLastModifiedTime(straight, LONG_AGO);
    }

    @Test
    void onlyFilesThatBecomeDifferentAreWritten() throws Exception {
        format(false);

        assertThat(crooked).hasContent(STRAIGHT);
        assertThat(Files.getLastModifiedTime(straight)).isEqualTo(LONG_AGO);
        assertThat(log.lines()).containsExactly("[INFO] Formatted " + crooked);
    }

    @Test
    void aCheckNamesThemAndChangesNothing() {
        assertThatThrownBy(() -> format(true))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 file not in the style of .nn files, which leibniz:format brings them into: crooked.nn");
        assertThat(crooked).hasContent(CROOKED);
        assertThat(log.lines()).containsExactly("[ERROR] " + crooked + " is not in the style of .nn files");
    }

    @Test
    void nothingIsWrittenIfAFileIsNoProgram() throws Exception {
        Files.writeString(folder.resolve("wrong.nn"), "package demo;\nfunction (x) = ;\n");

        assertThatThrownBy(() -> format(false)).hasMessageContaining("in 1 file");
        assertThat(crooked).hasContent(CROOKED);
    }

    private void format(boolean check) throws IOException, MojoFailureException {
        new NnFormat(new NnFormat.Settings(List.of(SourceFolder.all(folder)), StandardCharsets.UTF_8, check), log)
                .run();
    }
}
