package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.ImportPath;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.util.DirectoryScanner;

/**
 * A folder of `.nn` files, of which patterns choose some.
 *
 * @param root need not exist
 * @param includes patterns such as {@code **}{@code /*.nn}
 * @param excludes patterns of files that are left out though they are included; those that every Maven plugin leaves out come on top
 */
record SourceFolder(Path root, List<String> includes, List<String> excludes) {
    private static final List<String> ALL = List.of("**/*.nn");

    SourceFolder {
        includes = includes.isEmpty() ? ALL : List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /** With every `.nn` file in it. */
    static SourceFolder all(Path root) {
        return new SourceFolder(root, ALL, List.of());
    }

    /** Its files, in the order of their paths. */
    List<SourceFile> read(SourceReader reader) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        if (Files.isDirectory(root)) {
            DirectoryScanner scanner = new DirectoryScanner();
            scanner.setBasedir(root.toFile());
            scanner.setIncludes(includes.toArray(String[]::new));
            scanner.setExcludes(excludes.toArray(String[]::new));
            scanner.addDefaultExcludes();
            scanner.scan();
            String[] paths = scanner.getIncludedFiles();
            Arrays.sort(paths);
            for (String path : paths) {
                files.add(reader.read(root.resolve(path)));
            }
        }
        return files;
    }

    /** Where one of its files lies in it, with forward slashes: {@code demo/Digits.nn}. */
    String place(SourceFile file) {
        return root.relativize(Path.of(file.path())).toString().replace('\\', '/');
    }

    /** A warning for each of its files whose package is not the folder that it lies in. */
    List<Diagnostic> misplaced(List<SourceFile> files) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (SourceFile file : files) {
            ImportPath.misplacedPackage(file, root)
                    .ifPresent(span -> warnings.add(Diagnostic.warning(
                            "package-folder",
                            span,
                            "the package of a file is the folder it lies in, counted from " + root)));
        }
        return warnings;
    }
}
