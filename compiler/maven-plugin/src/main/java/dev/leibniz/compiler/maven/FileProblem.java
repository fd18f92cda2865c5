package dev.leibniz.compiler.maven;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read or written, in words; of many exceptions the message is no more than the file's name. */
record FileProblem(IOException cause) {
    String message() {
        if (cause instanceof FileSystemException problem) {
            return "cannot read or write " + problem.getFile() + ": " + reason(problem);
        }
        return "cannot read or write: " + cause.getMessage();
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof AccessDeniedException) {
            return "no permission";
        } else if (problem instanceof FileAlreadyExistsException) {
            return "it is a file, and a folder is needed";
        } else if (problem instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason();
    }
}
