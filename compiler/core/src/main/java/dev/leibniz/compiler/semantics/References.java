package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Subexpressions;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the names that an expression reads, in the order of the text. */
final class References {
    private References() {}

    static List<Expression.Reference> in(Expression expression) {
        return Subexpressions.of(expression).stream()
                .filter(Expression.Reference.class::isInstance)
                .map(Expression.Reference.class::cast)
                .collect(Collectors.toList());
    }
}
