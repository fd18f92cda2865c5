package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Span;

/**
 * What a name stands for at a place.
 *
 * @param declared where an input, parameter or the like was declared; {@link Span#none()} for anything computed
 * @param onUse told each time the name is read
 */
record Binding(Meaning meaning, Span declared, Runnable onUse) {
    private static final Runnable NOTHING = () -> {};

    static Binding of(Meaning meaning) {
        return new Binding(meaning, Span.none(), NOTHING);
    }

    static Binding declared(Meaning meaning, Span declared) {
        return new Binding(meaning, declared, NOTHING);
    }
}
