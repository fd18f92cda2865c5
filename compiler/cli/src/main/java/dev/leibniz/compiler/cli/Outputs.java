package dev.leibniz.compiler.cli;

import dev.leibniz.runtime.io.AtomicFile;
import dev.leibniz.runtime.io.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that commands write: whole or not at all. */
final class Outputs {
    private Outputs() {}

    /**
     * Writes a text to a file in a folder.
     *
     * @throws Failure if that cannot be done
     */
    static void write(Path folder, String name, String text) {
        Path file;
        try {
            file = folder.resolve(name);
        } catch (InvalidPathException noFile) {
            throw Failure.usage("unwritable-file", "cannot write " + name + ": " + noFile.getReason());
        }
        write(file, text);
    }

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
