package dev.leibniz.compiler.cli;

import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.runtime.io.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that commands write: whole or not at all. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes a text, and makes the folders it lies in.
     *
     * @throws Failure if that cannot be done
     */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Failure.usage("unwritable-file", new FileProblem(e).writing(file));
        }
    }
}
