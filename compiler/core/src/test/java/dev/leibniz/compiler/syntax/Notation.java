package dev.leibniz.compiler.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Expressions written with every bracket, so that a test can see how they were understood. */
final class Notation {
    private Notation() {}

    static String of(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return "(" + of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right()) + ")";
        } else if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().symbol() + of(unary.operand()) + ")";
        } else if (expression instanceof Expression.Conditional choice) {
            return "(" + of(choice.condition()) + " ? " + of(choice.then()) + " : " + of(choice.otherwise()) + ")";
        } else if (expression instanceof Expression.Pipe pipe) {
            return "(" + of(pipe.value()) + " |> " + of(pipe.stage()) + ")";
        } else if (expression instanceof Expression.Transpose transpose) {
            return of(transpose.operand()) + "'";
        } else if (expression instanceof Expression.Call call) {
            return of(call.callee())
                    + call.arguments().stream()
                            .map(a -> a.name().map(name -> name + " = ").orElse("") + of(a.value()))
                            .collect(Collectors.joining(", ", "(", ")"));
        } else if (expression instanceof Expression.Index index) {
            return of(index.operand())
                    + index.subscripts().stream().map(Notation::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return leaf(expression);
    }

    private static String leaf(Expression expression) {
        if (expression instanceof Expression.IntLiteral literal) {
            return Long.toString(literal.value());
        } else if (expression instanceof Expression.FloatLiteral literal) {
            return Double.toString(literal.value());
        } else if (expression instanceof Expression.BoolLiteral literal) {
            return Boolean.toString(literal.value());
        } else if (expression instanceof Expression.StringLiteral literal) {
            return "\"" + literal.value() + "\"";
        } else if (expression instanceof Expression.Training) {
            return "training";
        } else if (expression instanceof Expression.ListLiteral list) {
            return all(list.items()).toString();
        }
        return ((Expression.Reference) expression).name();
    }

    private static List<String> all(List<Expression> expressions) {
        return expressions.stream().map(Notation::of).toList();
    }

    private static String of(Expression.Subscript subscript) {
        if (subscript instanceof Expression.Subscript.Slice slice) {
            return slice.from().map(Notation::of).orElse("") + ":"
                    + slice.to().map(Notation::of).orElse("");
        }
        return subscript instanceof Expression.Subscript.Position position ? of(position.at()) : "...";
    }
}
