package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.syntax.Declaration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands before the bodies of declarations. */
final class Headings {
    private Headings() {}

    /** {@code layer dense(units, bias = true)(x: float[..., K])}. */
    static String of(Declaration declaration) {
        return kind(declaration) + " " + declaration.name() + arguments(declaration);
    }

    /** {@code layer}. */
    static String kind(Declaration declaration) {
        return declaration.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@code (units, bias = true)(x: float[..., K])}; nothing for networks. */
    static String arguments(Declaration declaration) {
        if (declaration instanceof Declaration.Function function) {
            return list(function.formals());
        } else if (declaration instanceof Declaration.Layer layer) {
            return list(layer.configuration()) + list(layer.formals());
        }
        return declaration instanceof Declaration.Optimizer optimizer ? list(optimizer.formals()) : "";
    }

    private static String list(List<Declaration.Formal> formals) {
        return formals.stream()
                .map(formal -> formal.span().text().replaceAll("\\s+", " "))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
