package dev.leibniz.compiler.semantics;

/** Ends the evaluation of an expression whose mistake is already reported; whoever needs its value gets {@link Meaning.Erroneous}. */
final class Reported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Reported() {
        super("reported", null, false, false);
    }
}
