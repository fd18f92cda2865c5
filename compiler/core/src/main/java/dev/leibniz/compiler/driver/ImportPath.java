package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Parser;
import dev.leibniz.compiler.syntax.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files that other files import, folder = package: in the folders that their own packages stand in, and beside them. */
public final class ImportPath {
    private static final String SUFFIX = ".nn";

    /** Reads a file that is imported. */
    public interface Reader {
        SourceFile read(Path path) throws IOException;
    }

    private final Reader reader;
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Set<Path> known = new LinkedHashSet<>();
    private final Set<SourceFile> found = new LinkedHashSet<>();
    private final Deque<SourceFile> open = new ArrayDeque<>();

    private ImportPath(Reader reader) {
        this.reader = reader;
    }

    /** The files of all packages that the sources import, and those import, and so on; without the sources themselves. */
    public static List<SourceFile> libraries(List<SourceFile> sources, Reader reader) throws IOException {
        ImportPath path = new ImportPath(reader);
        for (SourceFile source : sources) {
            path.known.add(real(Path.of(source.path())));
            path.open.add(source);
        }
        while (!path.open.isEmpty()) {
            path.follow(path.open.remove());
        }
        return List.copyOf(path.found);
    }

    /** The same with files as they are on disk. */
    public static List<SourceFile> libraries(List<SourceFile> sources, SourceReader reader) throws IOException {
        return libraries(sources, (Reader) reader::read);
    }

    private void follow(SourceFile file) throws IOException {
        Program program = Parser.parse(file, new Diagnostics());
        roots.add(root(program));
        for (Program.Import wanted : program.imports()) {
            for (Path root : List.copyOf(roots)) {
                for (Path candidate : files(root, wanted.packageName())) {
                    add(candidate);
                }
            }
            for (Path neighbour : files(folder(file))) {
                if (declares(neighbour, wanted.packageName())) {
                    add(neighbour);
                }
            }
        }
    }

    private void add(Path file) throws IOException {
        if (known.add(real(file))) {
            SourceFile source = reader.read(file);
            found.add(source);
            open.add(source);
        }
    }

    private static List<Path> files(Path root, String packageName) throws IOException {
        Optional<Path> path = path(packageName);
        return path.isPresent() ? files(root.resolve(path.get())) : List.of();
    }

    /** The folder of a package below a root; none if this system has no name for it, because its encoding lacks a letter. */
    private static Optional<Path> path(String packageName) {
        try {
            return Optional.of(Path.of(packageName.replace('.', '/')));
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(SUFFIX) && Files.isRegularFile(entry))
                    .sorted()
                    .toList();
        }
    }

    private static boolean declares(Path file, String packageName) throws IOException {
        Diagnostics ignored = new Diagnostics();
        Program program = Parser.parse(SourceReader.utf8(ignored).read(file), ignored);
        return program.packageName().map(Program.PackageName::name).equals(Optional.of(packageName));
    }

    /** The folder that packages are counted from: where the file lies, less its own package if it lies in that. */
    private static Path root(Program program) {
        Path folder = folder(program.file());
        Optional<Path> packageFolder = program.packageName().flatMap(declared -> path(declared.name()));
        if (packageFolder.isEmpty() || !folder.endsWith(packageFolder.get())) {
            return folder;
        }
        int levels = folder.getNameCount() - packageFolder.get().getNameCount();
        Path top = folder.getRoot();
        return levels == 0 ? top : top.resolve(folder.subpath(0, levels));
    }

    private static Path folder(SourceFile file) {
        return Objects.requireNonNull(absolute(Path.of(file.path())).getParent(), "a file lies in a folder");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path real(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : absolute(file);
    }

    /** The packages that a file imports from. */
    public static List<String> packages(SourceFile file) {
        return Parser.parse(file, new Diagnostics()).imports().stream()
                .map(Program.Import::packageName)
                .toList();
    }

    /** The place of a file's {@code package} statement, if it does not name the folder that the file lies in. */
    public static Optional<Span> misplacedPackage(SourceFile file, Path root) {
        Optional<Program.PackageName> declared =
                Parser.parse(file, new Diagnostics()).packageName();
        String expected = absolute(root)
                .relativize(folder(file))
                .toString()
                .replace('\\', '/')
                .replace('/', '.');
        return declared.filter(name -> !name.name().equals(expected)).map(Program.PackageName::span);
    }
}
