package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.semantics.Facts;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The inferred type behind each name that is given a value, as far as it is always the same. */
final class InlayHints {
    private InlayHints() {}

    static List<InlayHint> in(Snapshot snapshot, int from, int to) {
        List<InlayHint> hints = new ArrayList<>();
        for (Declaration declaration : snapshot.program().declarations()) {
            for (Statement statement : Tree.statements(Tree.body(declaration))) {
                for (Name name : inferred(statement)) {
                    List<Facts.Known> known = snapshot.facts().at(name.span());
                    boolean isInRange = name.span().end() >= from && name.span().end() <= to;
                    if (isInRange && known.size() == 1 && known.get(0).isTensor()) {
                        hints.add(hint(name, known.get(0).text()));
                    }
                }
            }
        }
        return hints;
    }

    /** The names of a statement that says no type. */
    private static List<Name> inferred(Statement statement) {
        if (statement instanceof Statement.Scan scan) {
            return scan.carries().stream().map(Statement.Carry::name).toList();
        }
        boolean gives = statement instanceof Statement.Define
                || statement instanceof Statement.Destructure
                || statement instanceof Statement.Collect
                || statement instanceof Statement.Output;
        return gives ? Tree.names(statement) : List.of();
    }

    private static InlayHint hint(Name name, String type) {
        InlayHint hint = new InlayHint(Positions.of(name.span()).getEnd(), Either.forLeft(": " + type));
        hint.setKind(InlayHintKind.Type);
        return hint;
    }
}
