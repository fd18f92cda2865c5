package dev.leibniz.runtime.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Why a file cannot be read or written, in words; of many exceptions the message is no more than the file's name. */
public record FileProblem(IOException cause) {
    /** Says of which file, and why. */
    public String message() {
        return cause instanceof FileSystemException problem
                ? "cannot read or write " + problem.getFile() + ": " + reason()
                : "cannot read or write: " + reason();
    }

    /** Says that this file cannot be written, and why; names the file that is in its way if that is another. */
    public String writing(Path file) {
        String other = cause instanceof FileSystemException problem && problem.getFile() != null
                ? problem.getFile()
                : file.toString();
        boolean isAnother = !other.equals(file.toString())
                && !other.equals(file.toAbsolutePath().toString());
        return "cannot write " + file + ": " + (isAnother ? other + ": " : "") + reason();
    }

    /** Says why: {@code no permission}, or what the operating system calls it. */
    public String reason() {
        if (cause instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        } else if (cause instanceof AccessDeniedException) {
            return "no permission";
        } else if (cause instanceof FileAlreadyExistsException) {
            return "it is a file, and a folder is needed";
        } else if (cause instanceof NotDirectoryException) {
            return "it is no folder";
        } else if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return cause instanceof FileSystemException || cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
    }
}
