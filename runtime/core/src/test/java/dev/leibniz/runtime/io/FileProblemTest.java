package dev.leibniz.runtime.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        assertThat(message(new NoSuchFileException("/out/demo", null, "there is no folder /out")))
                .isEqualTo("cannot read or write /out/demo: there is no folder /out");
        assertThat(message(new IOException("disk is full"))).isEqualTo("cannot read or write: disk is full");
    }

    @Test
    void whoWritesIsToldOfAnotherFileInTheWay() {
        Path file = Path.of("out", "Net.java");

        assertThat(new FileProblem(new AccessDeniedException(file.toString())).writing(file))
                .isEqualTo("cannot write " + file + ": no permission");
        assertThat(new FileProblem(new FileAlreadyExistsException("out")).writing(file))
                .isEqualTo("cannot write " + file + ": out: it is a file, and a folder is needed");
        assertThat(new FileProblem(new IOException("disk is full")).writing(file))
                .isEqualTo("cannot write " + file + ": disk is full");
    }

    private static String message(IOException cause) {
        return new FileProblem(cause).message();
    }
}
