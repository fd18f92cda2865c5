package dev.leibniz.training.data;

/** Data that cannot be used; the message says which file, row and column, what was expected and what was found, and is never longer than some lines. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Fields and names of columns may be as long as their file. */
    private static final int LONGEST = 1000;

    public DataException(String message) {
        super(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
    }
}
