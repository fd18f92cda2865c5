package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.source.Span;

/**
 * What an expression means, with where it stands.
 *
 * @param declared where the name was declared if the expression is the name of an input, parameter or the like; else {@link Span#none()}
 */
record Operand(Meaning meaning, Span span, Span declared) {
    static Operand of(Meaning meaning, Span span) {
        return new Operand(meaning, span, Span.none());
    }

    /** The text of a label at this operand: its type and where that was said. */
    String label() {
        String type = Descriptions.of(meaning);
        if (declared.isNone()) {
            return type;
        }
        String place = declared.line() + ":" + declared.column();
        return type + ", declared at "
                + (declared.file().equals(span.file()) ? place : declared.file().name() + ":" + place);
    }
}
