package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;

/** Names with dots between, as packages have. */
public record QualifiedName(List<Name> segments, Span span) {
    public QualifiedName {
        segments = List.copyOf(segments);
    }

    /** {@code a.b.c}. */
    public String text() {
        return String.join(".", segments.stream().map(Name::text).toList());
    }
}
