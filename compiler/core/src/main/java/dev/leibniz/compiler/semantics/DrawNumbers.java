package dev.leibniz.compiler.semantics;

import java.util.OptionalInt;

/** Numbers the draws of a network, so that no two of them are the same. */
final class DrawNumbers {
    private final boolean allowed;
    private int next;

    private DrawNumbers(boolean allowed) {
        this.allowed = allowed;
    }

    static DrawNumbers ofNetwork() {
        return new DrawNumbers(true);
    }

    /** Where nothing can be drawn. */
    static DrawNumbers none() {
        return new DrawNumbers(false);
    }

    /** A new number; empty where nothing can be drawn. */
    OptionalInt next() {
        return allowed ? OptionalInt.of(next++) : OptionalInt.empty();
    }
}
