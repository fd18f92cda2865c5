package dev.leibniz.runtime.io;

import java.io.IOException;

/** A file that is damaged or does not fit; the message names the file, and the tensor where it is about one. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
