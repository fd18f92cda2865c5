package dev.leibniz.compiler.source;

/** A fault of the compiler's own, never of the program it compiles. */
public final class CompilerBug extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CompilerBug(String message) {
        super("bug in the compiler: " + message);
    }

    public CompilerBug(String message, Throwable cause) {
        super("bug in the compiler: " + message, cause);
    }
}
