package dev.leibniz.runtime.io;

import java.io.IOException;

/** A file that is damaged or does not fit; the message names the file, and the tensor where it is about one, and is never longer than some lines. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    /** Names and shapes in a damaged file may be as long as the file. */
    private static final int LONGEST = 1000;

    public CheckpointException(String message) {
        super(shortened(message));
    }

    public CheckpointException(String message, Throwable cause) {
        super(shortened(message), cause);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
