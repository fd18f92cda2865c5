package dev.leibniz.training.data;

/** Data that cannot be used; the message says which file, row and column, what was expected and what was found. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }
}
