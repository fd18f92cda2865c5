package dev.leibniz.compiler.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** An expression and all that stands in it, in the order of the text and without recursion. */
public final class Subexpressions {
    private Subexpressions() {}

    public static List<Expression> of(Expression expression) {
        List<Expression> found = new ArrayList<>();
        Deque<Expression> open = new ArrayDeque<>(List.of(expression));
        while (!open.isEmpty()) {
            Expression next = open.pop();
            found.add(next);
            List<Expression> children = new ArrayList<>(children(next));
            Collections.reverse(children);
            children.forEach(open::push);
        }
        return found;
    }

    private static List<Expression> children(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (expression instanceof Expression.Pipe pipe) {
            return List.of(pipe.value(), pipe.stage());
        } else if (expression instanceof Expression.Conditional conditional) {
            return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
        } else if (expression instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        } else if (expression instanceof Expression.Transpose transpose) {
            return List.of(transpose.operand());
        } else if (expression instanceof Expression.ListLiteral list) {
            return list.items();
        } else if (expression instanceof Expression.Call call) {
            List<Expression> children = new ArrayList<>(List.of(call.callee()));
            call.arguments().forEach(argument -> children.add(argument.value()));
            return children;
        } else if (expression instanceof Expression.Index index) {
            List<Expression> children = new ArrayList<>(List.of(index.operand()));
            index.subscripts().forEach(subscript -> children.addAll(children(subscript)));
            return children;
        }
        return List.of();
    }

    private static List<Expression> children(Expression.Subscript subscript) {
        if (subscript instanceof Expression.Subscript.Position position) {
            return List.of(position.at());
        } else if (subscript instanceof Expression.Subscript.Slice slice) {
            List<Expression> children = new ArrayList<>();
            slice.from().ifPresent(children::add);
            slice.to().ifPresent(children::add);
            return children;
        }
        return List.of();
    }
}
