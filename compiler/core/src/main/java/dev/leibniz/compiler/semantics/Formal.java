package dev.leibniz.compiler.semantics;

/** A parameter of something that can be called: its name and whether it may be left out. */
record Formal(String name, boolean optional) {
    static Formal required(String name) {
        return new Formal(name, false);
    }

    static Formal optional(String name) {
        return new Formal(name, true);
    }
}
