package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class FileProblemTest {
    @Test
    void exceptionsThatNameNothingButAFileAreWords() {
        assertThat(message(new AccessDeniedException("/out"))).isEqualTo("cannot read or write /out: no permission");
        assertThat(message(new FileAlreadyExistsException("/out")))
                .isEqualTo("cannot read or write /out: it is a file, and a folder is needed");
        assertThat(message(new NoSuchFileException("/out")))
                .isEqualTo("cannot read or write /out: there is no such file");
    }

    @Test
    void reasonsThatAreGivenAreKept() {
        assertThat(message(new FileSystemException("/out/demo", null, "Not a directory")))
                .isEqualTo("cannot read or write /out/demo: Not a directory");
        assertThat(message(new IOException("disk is full"))).isEqualTo("cannot read or write: disk is full");
    }

    private static String message(IOException cause) {
        return new FileProblem(cause).message();
    }
}
