package dev.leibniz.compiler.cli;

/** What a refusal must be: a message that people can read. */
final class FuzzMessage {
    private static final int LONGEST = 2000;

    private FuzzMessage() {}

    /** @throws AssertionError if there is no message, or one as long as a page */
    static void require(Exception refusal) {
        String message = refusal.getMessage();
        if (message == null || message.isBlank()) {
            throw new AssertionError("a refusal without a message", refusal);
        }
        if (message.length() > LONGEST) {
            throw new AssertionError(
                    "a message of " + message.length() + " characters: " + message.substring(0, LONGEST));
        }
    }
}
