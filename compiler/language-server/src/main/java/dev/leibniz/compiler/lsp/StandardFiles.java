package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.semantics.StandardLibrary;
import dev.leibniz.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The standard library as files that editors can open: copies that cannot be written to, in a folder that goes when the server does. */
final class StandardFiles {
    private Optional<Path> folder = Optional.empty();

    /** Whether a file is one of the copies. */
    boolean holds(Path path) {
        return folder.filter(path::startsWith).isPresent();
    }

    /** The copy of a file of the standard library; empty for other files, or if it cannot be made. */
    Optional<Path> path(SourceFile file) {
        boolean standard = StandardLibrary.programs().stream().anyMatch(program -> program.file() == file);
        try {
            return standard ? Optional.of(copy(file)) : Optional.empty();
        } catch (IOException noFolder) {
            return Optional.empty();
        }
    }

    private Path copy(SourceFile file) throws IOException {
        if (folder.isEmpty()) {
            Path made = Files.createTempDirectory("leibniz-std");
            made.toFile().deleteOnExit();
            folder = Optional.of(made);
        }
        Path copy = folder.get().resolve(file.name());
        if (!Files.exists(copy)) {
            Files.writeString(copy, file.text(), StandardCharsets.UTF_8);
            copy.toFile().setReadOnly();
            copy.toFile().deleteOnExit();
        }
        return copy;
    }
}
