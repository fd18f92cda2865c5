package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Declaration;
import dev.leibniz.compiler.syntax.Expression;
import dev.leibniz.compiler.syntax.Name;
import dev.leibniz.compiler.syntax.Program;
import dev.leibniz.compiler.syntax.Statement;
import dev.leibniz.compiler.syntax.Subexpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands at an offset of a text. */
sealed interface Cursor {
    /** An {@code import}. */
    record Import(Program.Import statement) implements Cursor {}

    /** The name of a declaration. */
    record Declared(Declaration declaration) implements Cursor {}

    /** The name of a declared argument. */
    record Formal(Declaration.Formal formal) implements Cursor {}

    /** A name that a statement gives a meaning. */
    record Bound(Statement statement, Name name) implements Cursor {}

    /** The name by which a call gives an argument. */
    record Argument(Expression.Call call, Name name) implements Cursor {}

    /**
     * A part of an expression.
     *
     * @param path the expressions that it is in, from the outermost to itself
     */
    record Part(List<Expression> path) implements Cursor {
        Expression innermost() {
            return path.get(path.size() - 1);
        }

        /** The call or pipeline stage that the innermost expression is the callee of; itself if it is not called. */
        Expression applied() {
            Expression applied = innermost();
            for (int outer = path.size() - 2; outer >= 0; outer--) {
                Expression around = path.get(outer);
                boolean isCallee = around instanceof Expression.Call call && call.callee() == applied
                        || around instanceof Expression.Pipe pipe && pipe.stage() == applied;
                if (!isCallee) {
                    break;
                }
                applied = around;
            }
            return applied;
        }
    }

    /** Empty where nothing is named or computed. */
    static Optional<Cursor> at(Program program, int offset) {
        for (Program.Import statement : program.imports()) {
            if (holds(statement.span(), offset)) {
                return Optional.of(new Import(statement));
            }
        }
        return program.declarations().stream()
                .filter(declaration -> holds(declaration.span(), offset))
                .findFirst()
                .flatMap(declaration -> in(declaration, offset));
    }

    private static Optional<Cursor> in(Declaration declaration, int offset) {
        if (holds(declaration.name().span(), offset)) {
            return Optional.of(new Declared(declaration));
        }
        List<Expression> expressions = new ArrayList<>();
        for (Declaration.Formal formal : Tree.formals(declaration)) {
            if (holds(formal.name().span(), offset)) {
                return Optional.of(new Formal(formal));
            }
            expressions.addAll(Tree.expressions(formal));
        }
        for (Statement statement : Tree.statements(Tree.body(declaration))) {
            for (Name name : Tree.names(statement)) {
                if (holds(name.span(), offset)) {
                    return Optional.of(new Bound(statement, name));
                }
            }
            expressions.addAll(Tree.expressions(statement));
        }
        return expressions.stream()
                .filter(expression -> holds(expression.span(), offset))
                .findFirst()
                .map(expression -> in(expression, offset));
    }

    private static Cursor in(Expression expression, int offset) {
        List<Expression> path = Subexpressions.of(expression).stream()
                .filter(part -> holds(part.span(), offset))
                .toList();
        for (Expression around : path) {
            if (around instanceof Expression.Call call) {
                for (Expression.Argument argument : call.arguments()) {
                    Optional<Name> name = argument.name().filter(n -> holds(n.span(), offset));
                    if (name.isPresent()) {
                        return new Argument(call, name.get());
                    }
                }
            }
        }
        return new Part(innermostFirst(path));
    }

    /** Where one expression ends another may begin, as in {@code x'}: of parts beside each other the last one counts. */
    private static List<Expression> innermostFirst(List<Expression> path) {
        List<Expression> nested = new ArrayList<>();
        for (Expression part : path) {
            nested.removeIf(outer -> outer.span().end() <= part.span().start());
            nested.add(part);
        }
        return nested;
    }

    private static boolean holds(Span span, int offset) {
        return span.start() <= offset && offset <= span.end();
    }
}
