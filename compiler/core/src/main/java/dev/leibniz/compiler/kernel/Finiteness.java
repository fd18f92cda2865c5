package dev.leibniz.compiler.kernel;

/** What holds of the elements of a result as long as nothing has gone wrong. */
public enum Finiteness {
    /** They are finite. */
    FINITE,
    /** They are numbers, perhaps infinite ones: an infinite constant, as in a mask, reaches them. */
    NUMBER,
    /** Nothing: they are only there to be chosen or not. */
    ANY
}
