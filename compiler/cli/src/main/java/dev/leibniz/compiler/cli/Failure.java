package dev.leibniz.compiler.cli;

import java.util.List;

/** Ends a command with a message to its user that no place in a `.nn` file belongs to. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit status after wrong usage. */
    static final int USAGE = 2;

    private final String code;
    private final int exitStatus;
    private final transient List<String> help;

    private Failure(String code, String message, int exitStatus, List<String> help) {
        super(message, null, false, false);
        this.code = code;
        this.exitStatus = exitStatus;
        this.help = List.copyOf(help);
    }

    /** A mistake in what a file holds. */
    static Failure of(String code, String message, String... help) {
        return new Failure(code, message, 1, List.of(help));
    }

    /** A mistake in the arguments. */
    static Failure usage(String code, String message, String... help) {
        return new Failure(code, message, USAGE, List.of(help));
    }

    int exitStatus() {
        return exitStatus;
    }

    /** The message in the form of all others: {@code error[code]: message}, and a line for each help. */
    String render() {
        StringBuilder text = new StringBuilder("error[" + code + "]: " + getMessage());
        help.forEach(
                line -> text.append(System.lineSeparator()).append("  = help: ").append(line));
        return text.toString();
    }
}
