package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Expression.BinaryOperator;
import dev.leibniz.compiler.syntax.Expression.UnaryOperator;
import dev.leibniz.grammar.NnParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Expressions of the parse tree as syntax tree. */
final class ExpressionBuilder {
    private static final Map<Integer, BinaryOperator> OPERATORS = Map.ofEntries(
            Map.entry(NnParser.OR, BinaryOperator.OR),
            Map.entry(NnParser.AND, BinaryOperator.AND),
            Map.entry(NnParser.EQUAL, BinaryOperator.EQUAL),
            Map.entry(NnParser.NOT_EQUAL, BinaryOperator.NOT_EQUAL),
            Map.entry(NnParser.LT, BinaryOperator.LESS),
            Map.entry(NnParser.LE, BinaryOperator.LESS_EQUAL),
            Map.entry(NnParser.GT, BinaryOperator.GREATER),
            Map.entry(NnParser.GE, BinaryOperator.GREATER_EQUAL),
            Map.entry(NnParser.PLUS, BinaryOperator.ADD),
            Map.entry(NnParser.MINUS, BinaryOperator.SUBTRACT),
            Map.entry(NnParser.STAR, BinaryOperator.MULTIPLY),
            Map.entry(NnParser.SLASH, BinaryOperator.DIVIDE),
            Map.entry(NnParser.AT, BinaryOperator.MATRIX_MULTIPLY),
            Map.entry(NnParser.CARET, BinaryOperator.POWER));

    private static final Pattern MANTISSA_OTHER_THAN_ZERO = Pattern.compile("^[0.]*[1-9]");

    private final Spans spans;
    private final SyntaxErrors errors;

    ExpressionBuilder(Spans spans, SyntaxErrors errors) {
        this.spans = spans;
        this.errors = errors;
    }

    /** What a chain of operators applies to the expression on its left; kept on a stack so that long chains need no recursion. */
    private record Step(NnParser.ExpressionContext tree, Token operator, NnParser.ExpressionContext right) {}

    Expression expression(NnParser.ExpressionContext tree) {
        Deque<Step> chain = new ArrayDeque<>();
        NnParser.ExpressionContext left = tree;
        Optional<Step> step = step(left);
        while (step.isPresent()) {
            chain.push(step.get());
            left = (NnParser.ExpressionContext) left.getChild(0);
            step = step(left);
        }
        Expression result = simple(left);
        while (!chain.isEmpty()) {
            Step next = chain.pop();
            result = apply(result, next);
        }
        return result;
    }

    private Optional<Step> step(NnParser.ExpressionContext tree) {
        if (tree instanceof NnParser.ProductExpressionContext product) {
            return Optional.of(new Step(tree, product.operator, product.expression(1)));
        } else if (tree instanceof NnParser.SumExpressionContext sum) {
            return Optional.of(new Step(tree, sum.operator, sum.expression(1)));
        } else if (tree instanceof NnParser.ComparisonExpressionContext comparison) {
            return Optional.of(new Step(tree, comparison.operator, comparison.expression(1)));
        } else if (tree instanceof NnParser.AndExpressionContext and) {
            return Optional.of(new Step(tree, and.operator, and.expression(1)));
        } else if (tree instanceof NnParser.OrExpressionContext or) {
            return Optional.of(new Step(tree, or.operator, or.expression(1)));
        } else if (tree instanceof NnParser.PowerExpressionContext power) {
            return Optional.of(new Step(tree, power.operator, power.expression(1)));
        } else if (tree instanceof NnParser.PipeExpressionContext pipe) {
            return Optional.of(new Step(tree, pipe.PIPE().getSymbol(), pipe.expression(1)));
        } else if (tree instanceof NnParser.CallExpressionContext call) {
            return Optional.of(new Step(tree, call.LPAREN().getSymbol(), call));
        } else if (tree instanceof NnParser.IndexExpressionContext index) {
            return Optional.of(new Step(tree, index.LBRACKET().getSymbol(), index));
        } else if (tree instanceof NnParser.TransposeExpressionContext transpose) {
            return Optional.of(new Step(tree, transpose.PRIME().getSymbol(), transpose));
        }
        return Optional.empty();
    }

    private Expression apply(Expression left, Step step) {
        Span span = spans.of(step.tree());
        if (step.tree() instanceof NnParser.CallExpressionContext call) {
            return new Expression.Call(left, arguments(call.argument()), span);
        } else if (step.tree() instanceof NnParser.IndexExpressionContext index) {
            return new Expression.Index(left, subscripts(index.subscript()), span);
        } else if (step.tree() instanceof NnParser.TransposeExpressionContext) {
            return new Expression.Transpose(left, span);
        } else if (step.tree() instanceof NnParser.PipeExpressionContext pipe) {
            return new Expression.Pipe(left, expression(pipe.expression(1)), span);
        }
        Expression right = expression(step.right());
        BinaryOperator operator = OPERATORS.get(step.operator().getType());
        return new Expression.Binary(operator, left, right, spans.of(step.operator()), span);
    }

    private Expression simple(NnParser.ExpressionContext tree) {
        if (tree instanceof NnParser.UnaryExpressionContext unary) {
            UnaryOperator operator =
                    unary.operator.getType() == NnParser.MINUS ? UnaryOperator.NEGATE : UnaryOperator.NOT;
            return new Expression.Unary(operator, expression(unary.expression()), spans.of(tree));
        } else if (tree instanceof NnParser.ConditionalExpressionContext choice) {
            return new Expression.Conditional(
                    expression(choice.expression(0)),
                    expression(choice.expression(1)),
                    expression(choice.expression(2)),
                    spans.of(tree));
        }
        return primary(((NnParser.PrimaryExpressionContext) tree).primary());
    }

    private Expression primary(NnParser.PrimaryContext tree) {
        Span span = spans.of(tree);
        if (tree instanceof NnParser.IntLiteralContext) {
            return integer(tree.getText(), span);
        } else if (tree instanceof NnParser.FloatLiteralContext) {
            return floating(tree.getText(), span);
        } else if (tree instanceof NnParser.StringLiteralContext) {
            String text = tree.getText();
            return new Expression.StringLiteral(
                    text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1"), span);
        } else if (tree instanceof NnParser.TrueLiteralContext || tree instanceof NnParser.FalseLiteralContext) {
            return new Expression.BoolLiteral(tree instanceof NnParser.TrueLiteralContext, span);
        } else if (tree instanceof NnParser.TrainingLiteralContext) {
            return new Expression.Training(span);
        } else if (tree instanceof NnParser.ListLiteralContext list) {
            return new Expression.ListLiteral(
                    list.expression().stream().map(this::expression).toList(), span);
        } else if (tree instanceof NnParser.ParenthesisedContext inner) {
            return expression(inner.expression());
        }
        return new Expression.Reference(tree.getText(), span);
    }

    private Expression integer(String digits, Span span) {
        try {
            return new Expression.IntLiteral(Long.parseLong(digits), span);
        } catch (NumberFormatException e) {
            errors.outOfRange(span, "whole numbers go up to " + Long.MAX_VALUE);
            return new Expression.IntLiteral(1, span);
        }
    }

    private Expression floating(String digits, Span span) {
        double value = Double.parseDouble(digits);
        boolean lost = value == 0 && MANTISSA_OTHER_THAN_ZERO.matcher(digits).find();
        if (lost || Double.isInfinite(value)) {
            errors.outOfRange(span, "numbers go from " + Double.MIN_VALUE + " to " + Double.MAX_VALUE);
            return new Expression.FloatLiteral(1, span);
        }
        return new Expression.FloatLiteral(value, span);
    }

    private List<Expression.Argument> arguments(List<NnParser.ArgumentContext> trees) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (NnParser.ArgumentContext tree : trees) {
            if (tree instanceof NnParser.NamedArgumentContext named) {
                Name name = new Name(named.name().getText(), spans.of(named.name()));
                arguments.add(
                        new Expression.Argument(Optional.of(name), expression(named.expression()), spans.of(tree)));
            } else {
                NnParser.PositionalArgumentContext positional = (NnParser.PositionalArgumentContext) tree;
                arguments.add(
                        new Expression.Argument(Optional.empty(), expression(positional.expression()), spans.of(tree)));
            }
        }
        return arguments;
    }

    private List<Expression.Subscript> subscripts(List<NnParser.SubscriptContext> trees) {
        List<Expression.Subscript> subscripts = new ArrayList<>();
        for (NnParser.SubscriptContext tree : trees) {
            Span span = spans.of(tree);
            if (tree instanceof NnParser.EllipsisSubscriptContext) {
                subscripts.add(new Expression.Subscript.Ellipsis(span));
            } else if (tree instanceof NnParser.LeadingSubscriptContext slice) {
                subscripts.add(new Expression.Subscript.Slice(Optional.empty(), optional(slice.to), span));
            } else {
                NnParser.ExpressionSubscriptContext given = (NnParser.ExpressionSubscriptContext) tree;
                subscripts.add(
                        given.COLON() == null
                                ? new Expression.Subscript.Position(expression(given.from), span)
                                : new Expression.Subscript.Slice(optional(given.from), optional(given.to), span));
            }
        }
        return subscripts;
    }

    private Optional<Expression> optional(NnParser.@Nullable ExpressionContext tree) {
        return Optional.ofNullable(tree).map(this::expression);
    }
}
