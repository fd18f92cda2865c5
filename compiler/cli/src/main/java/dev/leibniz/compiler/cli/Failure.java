package dev.leibniz.compiler.cli;

import java.util.List;

/** Ends a command with messages to its user that no place in a `.nn` file belongs to. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit status after wrong usage. */
    static final int USAGE = 2;

    private final int exitStatus;

    private Failure(String rendered, int exitStatus) {
        super(rendered, null, false, false);
        this.exitStatus = exitStatus;
    }

    /** A mistake in what a file holds. */
    static Failure of(String code, String message, String... help) {
        return new Failure(message("error", code, message, help), 1);
    }

    /** A mistake in the arguments. */
    static Failure usage(String code, String message, String... help) {
        return new Failure(message("error", code, message, help), USAGE);
    }

    /** Several mistakes, which are shown together. */
    static Failure all(List<Failure> failures) {
        List<String> rendered = failures.stream().map(Failure::render).toList();
        return new Failure(String.join("\n\n", rendered), failures.get(0).exitStatus);
    }

    /** A message in the form of all others: {@code error[code]: message}, and a line for each help. */
    static String message(String severity, String code, String message, String... help) {
        StringBuilder text = new StringBuilder(severity + "[" + code + "]: " + message);
        for (String line : help) {
            text.append("\n  = help: ").append(line);
        }
        return text.toString();
    }

    int exitStatus() {
        return exitStatus;
    }

    String render() {
        return getMessage();
    }
}
