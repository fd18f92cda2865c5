package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.driver.ImportPath;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a document can use: those of its package beside it, which are built with it, and what they import. Open ones are as they are on the
 * screen.
 */
final class Neighbourhood {
    private static final String SUFFIX = ".nn";

    private final Map<Path, SourceFile> open;

    Neighbourhood(Map<Path, SourceFile> open) {
        this.open = open;
    }

    /** What cannot be read is left out; the names it would bring are unknown then. */
    List<SourceFile> libraries(SourceFile file, Path path) {
        List<SourceFile> own = new ArrayList<>(List.of(file));
        try {
            own.addAll(samePackage(file, path));
            List<SourceFile> libraries = new ArrayList<>(own.subList(1, own.size()));
            libraries.addAll(ImportPath.libraries(own, this::read));
            return libraries;
        } catch (IOException unreadable) {
            return own.subList(1, own.size());
        }
    }

    private List<SourceFile> samePackage(SourceFile file, Path path) throws IOException {
        Path folder = path.getParent();
        Optional<Program.PackageName> wanted = program(file).packageName();
        if (wanted.isEmpty() || folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<SourceFile> found = new ArrayList<>();
        for (Path candidate : candidates(folder)) {
            if (!candidate.equals(path)) {
                SourceFile neighbour = read(candidate);
                boolean mentions = neighbour.text().contains("package");
                if (mentions
                        && program(neighbour)
                                .packageName()
                                .filter(p -> p.name().equals(wanted.get().name()))
                                .isPresent()) {
                    found.add(neighbour);
                }
            }
        }
        return found;
    }

    private static List<Path> candidates(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(SUFFIX) && Files.isRegularFile(entry))
                    .sorted()
                    .toList();
        }
    }

    private static Program program(SourceFile file) {
        return Parser.parse(file, new Diagnostics());
    }

    private SourceFile read(Path path) throws IOException {
        SourceFile shown = open.get(path.toAbsolutePath().normalize());
        return shown != null ? shown : SourceReader.utf8(new Diagnostics()).read(path);
    }
}
