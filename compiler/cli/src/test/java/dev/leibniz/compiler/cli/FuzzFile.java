package dev.leibniz.compiler.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes as a file, for as long as something reads it. */
final class FuzzFile {
    interface Reading {
        void of(Path file) throws IOException;
    }

    private FuzzFile() {}

    static void read(byte[] bytes, Reading reading) throws IOException {
        Path file = Files.createTempFile("fuzz", ".bin");
        try {
            Files.write(file, bytes);
            reading.of(file);
        } finally {
            Files.delete(file);
        }
    }
}
