package dev.leibniz.compiler.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportPathTest {
    @TempDir
    private Path root;

    private final SourceReader reader = SourceReader.utf8(new Diagnostics());

    @Test
    void importsAreFoundInTheFoldersOfTheirPackages() throws IOException {
        SourceFile source = source("a/b/Net.nn", "package a.b; import c.d.f; import e.*;");
        source("c/d/Functions.nn", "package c.d;");
        source("c/d/More.nn", "package c.d;");
        source("e/Layers.nn", "package e;");
        source("x/Other.nn", "package x;");

        assertThat(libraries(source)).containsExactly("c/d/Functions.nn", "c/d/More.nn", "e/Layers.nn");
    }

    @Test
    void whatIsImportedMayImportMore() throws IOException {
        SourceFile source = source("a/Net.nn", "package a; import b.f;");
        source("b/F.nn", "package b; import c.g; import a.h;");
        source("c/G.nn", "package c; import b.f;");

        assertThat(libraries(source)).containsExactly("b/F.nn", "c/G.nn");
    }

    @Test
    void filesInNoFolderOfTheirPackageAreFoundBesideTheFile() throws IOException {
        SourceFile source = source("Net.nn", "package a.b; import c.d.f;");
        source("lib.nn", "package c.d;");
        source("other.nn", "package c.e;");

        assertThat(libraries(source)).containsExactly("lib.nn");
    }

    @Test
    void missingPackagesAreLeftToWhoResolvesNames() throws IOException {
        assertThat(libraries(source("Net.nn", "package a; import leibniz.std.relu; import b.*;")))
                .isEmpty();
    }

    @Test
    void aPackageStatementNamesItsFolder() throws IOException {
        SourceFile right = source("a/b/Right.nn", "package a.b;");
        SourceFile wrong = source("a/b/Wrong.nn", "package a.c;");
        SourceFile without = source("a/b/Without.nn", "");

        assertThat(ImportPath.misplacedPackage(right, root)).isEmpty();
        assertThat(ImportPath.misplacedPackage(without, root)).isEmpty();
        assertThat(ImportPath.misplacedPackage(wrong, root))
                .hasValueSatisfying(span -> assertThat(span.line()).isEqualTo(1));
    }

    private SourceFile source(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return reader.read(Files.writeString(file, text));
    }

    private List<String> libraries(SourceFile source) throws IOException {
        return ImportPath.libraries(List.of(source), reader).stream()
                .map(library ->
                        root.relativize(Path.of(library.path())).toString().replace('\\', '/'))
                .toList();
    }
}
