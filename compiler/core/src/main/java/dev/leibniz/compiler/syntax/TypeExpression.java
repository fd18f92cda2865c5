package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;

/** {@code float[N, 4*H]}; without dimensions a scalar. */
public record TypeExpression(Element element, List<Dimension> dimensions, Span span) {
    public TypeExpression {
        dimensions = List.copyOf(dimensions);
    }

    /** What one element is. */
    public enum Element {
        FLOAT,
        INT,
        BOOL
    }

    /** An entry of a shape. */
    public sealed interface Dimension {
        Span span();

        /** A size: a number, a name or arithmetic of these. */
        record Single(Expression size) implements Dimension {
            @Override
            public Span span() {
                return size.span();
            }
        }

        /** {@code ...}: any number of dimensions. */
        record Rest(Span span) implements Dimension {}
    }
}
