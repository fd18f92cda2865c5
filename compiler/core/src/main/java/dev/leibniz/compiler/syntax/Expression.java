package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expression {
    Span span();

    /** A whole number. */
    record IntLiteral(long value, Span span) implements Expression {}

    /** A number with a point or an exponent. */
    record FloatLiteral(double value, Span span) implements Expression {}

    /** {@code true} or {@code false}. */
    record BoolLiteral(boolean value, Span span) implements Expression {}

    /** A string, its escapes resolved. */
    record StringLiteral(String value, Span span) implements Expression {}

    /** {@code training}. */
    record Training(Span span) implements Expression {}

    /** The use of a name. */
    record Reference(String name, Span span) implements Expression {}

    /** {@code [a, b, c]}. */
    record ListLiteral(List<Expression> items, Span span) implements Expression {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /** {@code value |> stage}. */
    record Pipe(Expression value, Expression stage, Span span) implements Expression {}

    /** The operators between two operands, from loosest to tightest. */
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
        MATRIX_MULTIPLY("@"),
        POWER("^");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** @param operatorSpan where the operator itself stands */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span operatorSpan, Span span)
            implements Expression {}

    /** The operators before one operand. */
    enum UnaryOperator {
        NEGATE("-"),
        NOT("!");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

    /** {@code x'}: the last two axes swapped. */
    record Transpose(Expression operand, Span span) implements Expression {}

    /** An argument in its place or by name. */
    record Argument(Optional<Name> name, Expression value, Span span) {}

    /** {@code callee(arguments)}. */
    record Call(Expression callee, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code operand[subscripts]}. */
    record Index(Expression operand, List<Subscript> subscripts, Span span) implements Expression {
        public Index {
            subscripts = List.copyOf(subscripts);
        }
    }

    /** What stands between the brackets of an index, for one axis or, as {@code ...}, for several. */
    sealed interface Subscript {
        Span span();

        /** One position, which removes the axis; or an int tensor, which gathers. */
        record Position(Expression at, Span span) implements Subscript {}

        /** {@code from:to}; either may be missing, {@code :} is the whole axis. */
        record Slice(Optional<Expression> from, Optional<Expression> to, Span span) implements Subscript {}

        /** {@code ...}: all axes not mentioned. */
        record Ellipsis(Span span) implements Subscript {}
    }
}
