package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;

/** An identifier where it is declared or bound. */
public record Name(String text, Span span) {
    @Override
    public String toString() {
        return text;
    }
}
