package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DependenciesTest {
    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    /** Packs texts, by path. */
    static Path jar(Path file, Map<String, String> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void theFilesOfAJarShowAsItsEntriesInTheOrderOfTheirPaths() throws IOException {
        Path jar = jar(
                folder.resolve("layers-1.0.jar"),
                Map.of("demo/layers.nn", "// θ", "demo/Layers.class", "", "demo/b.nn", "// b"));

        List<SourceFile> files = new Dependencies(List.of(jar)).read(diagnostics);

        assertThat(files)
                .extracting(SourceFile::path)
                .containsExactly("layers-1.0.jar!/demo/b.nn", "layers-1.0.jar!/demo/layers.nn");
        assertThat(files.get(1).text()).isEqualTo("// θ");
    }

    @Test
    void theClassFolderOfAnotherModuleIsADependencyToo() throws IOException {
        Path file = folder.resolve("classes/demo/layers.nn");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "// here");

        List<SourceFile> files = new Dependencies(List.of(folder.resolve("classes"))).read(diagnostics);

        assertThat(files).extracting(SourceFile::path).containsExactly(file.toString());
    }

    @Test
    void theCompilersOwnFilesAreNotReadAgain() throws IOException {
        Path jar = jar(folder.resolve("compiler.jar"), new TreeMap<>(Map.of("leibniz/std/layers.nn", "// std")));

        assertThat(new Dependencies(List.of(jar)).read(diagnostics)).isEmpty();
    }

    @Test
    void whatIsNoJarAndNoFolderHasNoFiles() throws IOException {
        Path pom = Files.writeString(folder.resolve("layers.pom"), "<project/>");

        assertThat(new Dependencies(List.of(pom, folder.resolve("missing.jar"))).read(diagnostics))
                .isEmpty();
    }

    @Test
    void aDamagedJarIsNamed() throws IOException {
        Path jar = Files.writeString(folder.resolve("damaged.jar"), "no archive");

        assertThatThrownBy(() -> new Dependencies(List.of(jar)).read(diagnostics))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(jar + ": it is no jar");
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorInTheJar() throws IOException {
        Path jar = folder.resolve("latin.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("demo/latin.nn"));
            out.write("// é".getBytes(StandardCharsets.ISO_8859_1));
        }

        new Dependencies(List.of(jar)).read(diagnostics);

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("bad-encoding");
    }
}
