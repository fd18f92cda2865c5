package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** An expression. Chains of operators that group to the left nest to the left, to any depth: walk them with a loop. */
public sealed interface Expression {
    Span span();

    /** {@code 12}. */
    record IntLiteral(long value, Span span) implements Expression {}

    /** {@code 0.5}, {@code 1e-3}. */
    record FloatLiteral(double value, Span span) implements Expression {}

    /** {@code "same"}; the text is without quotes. */
    record StringLiteral(String text, Span span) implements Expression {}

    /** {@code true}, {@code false}. */
    record BoolLiteral(boolean value, Span span) implements Expression {}

    /** {@code training}. */
    record Training(Span span) implements Expression {}

    /** A name. {@code grad} also is one. */
    record Reference(String name, Span span) implements Expression {}

    /** {@code [a, b]}. */
    record ListLiteral(List<Expression> items, Span span) implements Expression {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /** A prefix operator. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    /** The prefix operators. */
    enum UnaryOperator {
        NEGATE,
        NOT
    }

    /**
     * An infix operator.
     *
     * @param operatorSpan the place of the operator's sign
     */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span operatorSpan, Span span)
            implements Expression {}

    /** The infix operators but {@code |>} and {@code ? :}. */
    enum BinaryOperator {
        OR("||"),
        AND("&&"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MATRIX_PRODUCT("@"),
        POWER("^");

        private final String sign;

        BinaryOperator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /** {@code input |> stage}. */
    record Pipe(Expression input, Expression stage, Span operatorSpan, Span span) implements Expression {}

    /** {@code callee(arguments)}. */
    record Call(Expression callee, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code value} or {@code name = value}. */
    record Argument(Optional<Name> name, Expression value) {}

    /** {@code x'}. */
    record Transpose(Expression operand, Span span) implements Expression {}

    /** {@code x[…]}. */
    record Index(Expression target, List<Subscript> subscripts, Span span) implements Expression {
        public Index {
            subscripts = List.copyOf(subscripts);
        }
    }

    /** An entry of an index list. */
    sealed interface Subscript {
        Span span();

        /** {@code i}. */
        record At(Expression index) implements Subscript {
            @Override
            public Span span() {
                return index.span();
            }
        }

        /** {@code from:to}, each of which may be left out. */
        record Slice(Optional<Expression> from, Optional<Expression> to, Span span) implements Subscript {}

        /** {@code ...}. */
        record Rest(Span span) implements Subscript {}
    }
}
