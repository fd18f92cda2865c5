package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What is said of the place under the mouse: types with shapes, headings, doc comments. */
final class Hovers {
    private final Snapshot snapshot;

    private Hovers(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Optional<Hover> at(Snapshot snapshot, int offset) {
        return Cursor.at(snapshot.program(), offset).flatMap(new Hovers(snapshot)::of);
    }

    private Optional<Hover> of(Cursor cursor) {
        if (cursor instanceof Cursor.Import imported) {
            Span place = imported.statement().span();
            return snapshot.facts().origin(place).flatMap(snapshot::declared).map(found -> hover(place, text(found)));
        } else if (cursor instanceof Cursor.Declared declared) {
            return Optional.of(hover(declared.declaration().name().span(), text(declared.declaration())));
        } else if (cursor instanceof Cursor.Formal formal) {
            Name name = formal.formal().name();
            return Optional.of(hover(
                    name.span(),
                    variable(name.text(), name.span(), formal.formal().span().text())));
        } else if (cursor instanceof Cursor.Bound bound) {
            return bound(bound.statement(), bound.name());
        } else if (cursor instanceof Cursor.Argument argument) {
            return argument(argument).map(text -> hover(argument.name().span(), text));
        }
        return part((Cursor.Part) cursor);
    }

    private Optional<String> argument(Cursor.Argument argument) {
        return Definitions.formal(argument, snapshot)
                .map(formal -> code(formal.span().text()))
                .or(() -> Operation.of(argument.call().callee().span().text())
                        .map(operation -> code(operation.heading()) + paragraph(operation.description())));
    }

    private Optional<Hover> bound(Statement statement, Name name) {
        Optional<Span> origin = snapshot.facts().origin(name.span());
        Span known = statement instanceof Statement.Next ? origin.orElse(name.span()) : name.span();
        String text = variable(name.text(), known, "")
                + Tree.doc(statement).map(Hovers::paragraph).orElse("");
        return text.isEmpty() ? Optional.empty() : Optional.of(hover(name.span(), text));
    }

    private Optional<Hover> part(Cursor.Part part) {
        Expression innermost = part.innermost();
        if (innermost instanceof Expression.Reference reference) {
            return reference(reference, part);
        }
        boolean isLiteral = innermost instanceof Expression.IntLiteral
                || innermost instanceof Expression.FloatLiteral
                || innermost instanceof Expression.BoolLiteral
                || innermost instanceof Expression.StringLiteral;
        String types = isLiteral ? "" : types(innermost.span());
        return types.isEmpty() ? Optional.empty() : Optional.of(hover(innermost.span(), code(types)));
    }

    private Optional<Hover> reference(Expression.Reference reference, Cursor.Part part) {
        Optional<Span> origin = snapshot.facts().origin(reference.span());
        Optional<Declaration> declaration = origin.flatMap(snapshot::declared);
        String result = part.applied() == reference ? "" : types(part.applied().span());
        String gives = result.isEmpty() ? "" : "\n" + code("→ " + result);
        if (declaration.isPresent()) {
            return Optional.of(hover(reference.span(), heading(declaration.get()) + gives + doc(declaration.get())));
        } else if (origin.isPresent()) {
            String text =
                    variable(reference.name(), reference.span(), written(origin.get())) + documented(origin.get());
            return text.isEmpty() ? Optional.empty() : Optional.of(hover(reference.span(), text));
        }
        return Operation.of(reference.name())
                .map(operation -> hover(
                        reference.span(), code(operation.heading()) + gives + paragraph(operation.description())));
    }

    /** The doc comment of the statement that declares a name. */
    private String documented(Span origin) {
        return statement(origin).flatMap(Tree::doc).map(Hovers::paragraph).orElse("");
    }

    /** What was written where a name comes from, up to the end of its line: all that is known of it in a body that nothing uses. */
    private String written(Span origin) {
        Optional<Span> formal = snapshot.program().declarations().stream()
                .flatMap(declaration -> Tree.formals(declaration).stream())
                .filter(declared -> declared.name().span().equals(origin))
                .map(Declaration.Formal::span)
                .findFirst();
        return formal.or(() -> statement(origin).map(Statement::span))
                .flatMap(span -> span.text().lines().findFirst())
                .orElse("");
    }

    private Optional<Statement> statement(Span name) {
        return snapshot.program().declarations().stream()
                .flatMap(declaration -> Tree.statements(Tree.body(declaration)).stream())
                .filter(statement ->
                        Tree.names(statement).stream().anyMatch(n -> n.span().equals(name)))
                .findFirst();
    }

    /** A name of a body with what it means; as it was written if that is not known. */
    private String variable(String name, Span place, String written) {
        List<Facts.Known> known = snapshot.facts().at(place);
        if (known.isEmpty()) {
            return written.isEmpty() ? "" : code(written);
        }
        boolean tensors = known.stream().allMatch(Facts.Known::isTensor);
        String texts = types(place);
        return tensors ? code(name + ": " + texts) : "`" + name + "` is " + texts + "\n";
    }

    /** All that an expression means, in a body that is executed several times. */
    private String types(Span place) {
        return snapshot.facts().at(place).stream().map(Facts.Known::text).collect(Collectors.joining(" or "));
    }

    private static String text(Declaration declaration) {
        return heading(declaration) + doc(declaration);
    }

    private static String heading(Declaration declaration) {
        return code(Headings.of(declaration));
    }

    private static String doc(Declaration declaration) {
        return declaration.doc().map(Hovers::paragraph).orElse("");
    }

    private static String code(String text) {
        return "```nn\n" + text + "\n```\n";
    }

    private static String paragraph(String text) {
        return "\n" + text + "\n";
    }

    private static Hover hover(Span place, String text) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text.strip()), Positions.of(place));
    }
}
