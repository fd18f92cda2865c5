package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.compiler.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/** The outline of a file: what it declares, and what bodies declare, each name once. */
final class Symbols {
    private Symbols() {}

    static List<DocumentSymbol> of(Program program) {
        return program.declarations().stream()
                .filter(declaration -> !declaration.name().text().isBlank())
                .map(Symbols::of)
                .toList();
    }

    private static DocumentSymbol of(Declaration declaration) {
        DocumentSymbol symbol = symbol(declaration.name(), kind(declaration), declaration.span());
        symbol.setDetail(Headings.kind(declaration));
        List<DocumentSymbol> children = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Statement statement : Tree.statements(Tree.body(declaration))) {
            for (Name name : Tree.names(statement)) {
                if (!(statement instanceof Statement.Next) && !name.text().isBlank() && known.add(name.text())) {
                    children.add(symbol(name, kind(statement), statement.span()));
                }
            }
        }
        symbol.setChildren(children);
        return symbol;
    }

    private static DocumentSymbol symbol(Name name, SymbolKind kind, Span whole) {
        return new DocumentSymbol(name.text(), kind, Positions.of(whole.to(name.span())), Positions.of(name.span()));
    }

    private static SymbolKind kind(Declaration declaration) {
        return declaration instanceof Declaration.Function ? SymbolKind.Function : SymbolKind.Class;
    }

    private static SymbolKind kind(Statement statement) {
        if (statement instanceof Statement.SizeDeclaration) {
            return SymbolKind.Constant;
        } else if (statement instanceof Statement.Parameter || statement instanceof Statement.State) {
            return SymbolKind.Field;
        } else if (statement instanceof Statement.Input
                || statement instanceof Statement.Output
                || statement instanceof Statement.Metric
                || statement instanceof Statement.Hyper) {
            return SymbolKind.Property;
        }
        return SymbolKind.Variable;
    }
}
