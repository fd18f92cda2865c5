package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {
    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(read("\uFEFFθ = 1;".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("θ = 1;");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorAtTheirPlace() throws IOException {
        read("a;\nb\377;".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(diagnostics.all()).hasSize(1);
        Diagnostic error = diagnostics.all().get(0);
        assertThat(error.message()).isEqualTo("this file is not UTF-8 from byte 4 on");
        assertThat(error.span().line()).isEqualTo(2);
        assertThat(error.span().column()).isEqualTo(2);
    }

    @Test
    void aCharacterCutOffAtTheEndIsAnError() throws IOException {
        read(new byte[] {'a', (byte) 0xce});

        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void otherEncodingsCanBeRead() throws IOException {
        Path file = Files.write(folder.resolve("latin.nn"), "é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new SourceReader(StandardCharsets.ISO_8859_1, diagnostics)
                        .read(file)
                        .text())
                .isEqualTo("é");
    }

    private SourceFile read(byte[] bytes) throws IOException {
        return SourceReader.utf8(diagnostics).read(Files.write(folder.resolve("Net.nn"), bytes));
    }
}
