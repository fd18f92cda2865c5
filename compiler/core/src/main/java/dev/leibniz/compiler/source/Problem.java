package dev.leibniz.compiler.source;

/** A user's mistake: one record a kind, its facts as components. */
public interface Problem {
    /** What is said about it. */
    Diagnostic diagnostic();
}
