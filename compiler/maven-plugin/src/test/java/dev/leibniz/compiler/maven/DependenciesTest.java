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

    /** What places have of the packages that a file imports. */
    private List<SourceFile> read(Path... places) throws IOException {
        SourceFile importing = new SourceFile("A.nn", "package a;\n\nimport demo.*;\nimport leibniz.std.dense;\n");
        return new Dependencies(List.of(places)).read(List.of(importing), diagnostics);
    }

    @Test
    void onlyPackagesThatAreImportedAreLookedAtAndThoseThatTheyImport() throws IOException {
        Path jar = jar(
                folder.resolve("models.jar"),
                Map.of(
                        "demo/layers.nn", "package demo;\nimport more.parts.f;\n",
                        "demo/deeper/other.nn", "layers: 3",
                        "more/parts/f.nn", "package more.parts;\nfunction f(x) = x;\n",
                        "weights.nn", "no network at all"));

        assertThat(read(jar))
                .extracting(SourceFile::path)
                .containsExactly("models.jar!/demo/layers.nn", "models.jar!/more/parts/f.nn");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void theFilesOfAJarShowAsItsEntriesInTheOrderOfTheirPaths() throws IOException {
        Path jar = jar(
                folder.resolve("layers-1.0.jar"),
                Map.of("demo/layers.nn", "// θ", "demo/Layers.class", "", "demo/b.nn", "// b"));

        List<SourceFile> files = read(jar);

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

        List<SourceFile> files = read(folder.resolve("classes"));

        assertThat(files).extracting(SourceFile::path).containsExactly(file.toString());
    }

    @Test
    void theCompilersOwnFilesAreNotReadAgain() throws IOException {
        Path jar = jar(folder.resolve("compiler.jar"), new TreeMap<>(Map.of("leibniz/std/layers.nn", "// std")));

        assertThat(read(jar)).isEmpty();
    }

    @Test
    void whatIsNoJarAndNoFolderHasNoFiles() throws IOException {
        Path pom = Files.writeString(folder.resolve("layers.pom"), "<project/>");

        assertThat(read(pom, folder.resolve("missing.jar"))).isEmpty();
    }

    @Test
    void aDamagedJarIsNamed() throws IOException {
        Path jar = Files.writeString(folder.resolve("damaged.jar"), "no archive");

        assertThatThrownBy(() -> read(jar))
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

        read(jar);

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("bad-encoding");
    }
}
