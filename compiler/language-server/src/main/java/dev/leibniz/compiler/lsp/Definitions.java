package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import java.util.Optional;

/** Where names come from. */
final class Definitions {
    private Definitions() {}

    /** Where the name at an offset was given its meaning. */
    static Optional<Span> at(Snapshot snapshot, int offset) {
        return Cursor.at(snapshot.program(), offset).flatMap(cursor -> of(cursor, snapshot));
    }

    private static Optional<Span> of(Cursor cursor, Snapshot snapshot) {
        if (cursor instanceof Cursor.Import imported) {
            return snapshot.facts().origin(imported.statement().span());
        } else if (cursor instanceof Cursor.Declared declared) {
            return Optional.of(declared.declaration().name().span());
        } else if (cursor instanceof Cursor.Formal formal) {
            return Optional.of(formal.formal().name().span());
        } else if (cursor instanceof Cursor.Bound bound) {
            Span name = bound.name().span();
            return snapshot.facts().origin(name).or(() -> Optional.of(name));
        } else if (cursor instanceof Cursor.Argument argument) {
            return formal(argument, snapshot).map(formal -> formal.name().span());
        }
        Expression innermost = ((Cursor.Part) cursor).innermost();
        return innermost instanceof Expression.Reference ? snapshot.facts().origin(innermost.span()) : Optional.empty();
    }

    /** The declared argument that a call gives by name. */
    static Optional<Declaration.Formal> formal(Cursor.Argument argument, Snapshot snapshot) {
        return snapshot.facts()
                .origin(argument.call().callee().span())
                .flatMap(snapshot::declared)
                .flatMap(declaration -> Tree.formals(declaration).stream()
                        .filter(formal ->
                                formal.name().text().equals(argument.name().text()))
                        .findFirst());
    }
}
