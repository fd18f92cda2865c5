package dev.leibniz.compiler.maven;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read or written, in words; of many exceptions the message is no more than the file's name. */
record FileProblem(IOException cause) {
    String message() {
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        } else if (cause instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file where a folder is needed";
        } else if (cause instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        } else if (cause instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getFile() + ": " + problem.getReason();
        }
        return "cannot read or write: " + cause.getMessage();
    }
}
