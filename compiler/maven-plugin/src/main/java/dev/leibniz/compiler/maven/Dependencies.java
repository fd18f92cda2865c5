package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.ImportPath;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final String STANDARD_LIBRARY = "leibniz.std";

    Dependencies {
        places = List.copyOf(places);
    }

    /**
     * The files of the packages that sources import, and those import, and so on; others are not looked at. A file of a jar shows as
     * {@code layers-1.0.jar!/demo/layers.nn}.
     */
    List<SourceFile> read(List<SourceFile> sources, Diagnostics diagnostics) throws IOException {
        SourceReader reader = SourceReader.utf8(diagnostics);
        List<SourceFile> found = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(STANDARD_LIBRARY));
        Deque<SourceFile> open = new ArrayDeque<>(sources);
        while (!open.isEmpty()) {
            for (String name : ImportPath.packages(open.remove())) {
                if (known.add(name)) {
                    List<SourceFile> files = read(name.replace('.', '/'), reader);
                    found.addAll(files);
                    open.addAll(files);
                }
            }
        }
        return found;
    }

    private List<SourceFile> read(String folder, SourceReader reader) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                files.addAll(new SourceFolder(place, List.of(folder + "/*.nn"), List.of()).read(reader));
            } else if (Files.isRegularFile(place) && place.toString().endsWith(".jar")) {
                files.addAll(readJar(place, folder, reader));
            }
        }
        return files;
    }

    private static List<SourceFile> readJar(Path jar, String folder, SourceReader reader) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = archive.stream()
                    .filter(entry -> isIn(folder, entry))
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

    private static boolean isIn(String folder, ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".nn") && name.startsWith(folder + "/") && name.indexOf('/', folder.length() + 1) < 0;
    }
}
