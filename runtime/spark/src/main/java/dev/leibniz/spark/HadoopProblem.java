package dev.leibniz.spark;

import dev.leibniz.runtime.io.FileProblem;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;

/** Why a file system that Hadoop knows cannot be used, in a sentence; of its exceptions many have another one's class and stack in their message. */
record HadoopProblem(Exception cause) {
    String reason() {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return "unknown host " + each.getMessage();
            }
        }
        if (cause instanceof FileSystemException problem) {
            return new FileProblem(problem).reason();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
