package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The `.nn` files that a project's dependencies bring with them, which it may import. They are UTF-8.
 *
 * @param places jars, and class folders of other modules in the same build; what else there is on a class path holds no sources
 */
record Dependencies(List<Path> places) {
    /** The compiler has its own files, and brings them itself. */
    private static final String STANDARD_LIBRARY = "leibniz/std/";

    Dependencies {
        places = List.copyOf(places);
    }

    /** All of them, in the order of the class path; a file of a jar shows as {@code layers-1.0.jar!/demo/layers.nn}. */
    List<SourceFile> read(Diagnostics diagnostics) throws IOException {
        SourceReader reader = SourceReader.utf8(diagnostics);
        List<SourceFile> files = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.addAll(SourceFolder.all(place).read(reader));
            } else if (Files.isRegularFile(place) && place.toString().endsWith(".jar")) {
                files.addAll(readJar(place, reader));
            }
        }
        return files;
    }

    private static List<SourceFile> readJar(Path jar, SourceReader reader) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = archive.stream()
                    .filter(entry -> entry.getName().endsWith(".nn")
                            && !entry.isDirectory()
                            && !entry.getName().startsWith(STANDARD_LIBRARY))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                byte[] bytes = archive.getInputStream(entry).readAllBytes();
                files.add(reader.read(jar.getFileName() + "!/" + entry.getName(), bytes));
            }
        } catch (ZipException e) {
            throw new FileSystemException(jar.toString(), null, "it is no jar");
        }
        return files;
    }
}
