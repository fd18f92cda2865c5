package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.CompileRequest;
import dev.leibniz.compiler.driver.ImportPath;
import dev.leibniz.compiler.driver.SourceReader;
import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The source files that a command names, with the files that they import. */
record SourceFiles(List<SourceFile> sources, List<SourceFile> libraries) {

    /**
     * Reads them.
     *
     * @throws Failure if a file does not exist or cannot be read
     * @throws CompilationFailed if one is not UTF-8
     */
    static SourceFiles read(List<Path> paths) {
        Diagnostics diagnostics = new Diagnostics();
        SourceReader reader = SourceReader.utf8(diagnostics);
        List<SourceFile> sources = new ArrayList<>();
        for (Path path : new LinkedHashSet<>(paths)) {
            sources.add(read(path, reader));
        }
        List<SourceFile> libraries;
        try {
            libraries = ImportPath.libraries(sources, reader);
        } catch (IOException e) {
            throw Failure.of("unreadable-file", "cannot read an imported file: " + e.getMessage());
        }
        diagnostics.throwIfErrors();
        return new SourceFiles(sources, libraries);
    }

    private static SourceFile read(Path path, SourceReader reader) {
        if (!Files.exists(path)) {
            throw Failure.usage("no-such-file", "there is no file " + path);
        }
        if (Files.isDirectory(path)) {
            throw Failure.usage("no-such-file", path + " is a folder, a .nn file is needed");
        }
        try {
            return reader.read(path);
        } catch (IOException e) {
            throw Failure.usage("unreadable-file", "cannot read " + path + ": " + e.getMessage());
        }
    }

    CompileRequest request(CompileOptions options) {
        return new CompileRequest(sources, libraries, options);
    }
}
