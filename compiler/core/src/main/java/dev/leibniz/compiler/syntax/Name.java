package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;

/** A name where it is declared or mentioned. */
public record Name(String text, Span span) {
    @Override
    public String toString() {
        return text;
    }
}
