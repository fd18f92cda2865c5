package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** A statement of a network, layer, function or optimizer. Which is allowed where, the syntax does not say. */
public sealed interface Statement {
    Span span();

    /** {@code size N;} is free, {@code size H = 64;} fixed. */
    record Size(Name name, Optional<Expression> value, Optional<String> doc, Span span) implements Statement {}

    /** {@code precision double;} or {@code precision float;}. */
    record Precision(boolean isDouble, Span span) implements Statement {}

    /** {@code input x: type;} or {@code input y: int[N] in 0..10;}. */
    record Input(Name name, TypeExpression type, Optional<Range> range, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code from..to}. */
    record Range(Expression from, Expression to, Span span) {}

    /** {@code param W: float[a, b] = initialiser;}. */
    record Param(Name name, TypeExpression type, Expression initialiser, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code state s: float[C] = 0;}; in an optimizer without a type. */
    record State(
            Name name, Optional<TypeExpression> type, Expression initialiser, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code next s = expr;}. */
    record Next(Name name, Expression value, Span span) implements Statement {}

    /** {@code hyper rate = 0.5;}. */
    record Hyper(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code name = expr;}. */
    record Define(Name name, Expression value, Span span) implements Statement {}

    /** {@code [q, k, v] = expr;}. */
    record Destructure(List<Name> names, Expression value, Span span) implements Statement {
        public Destructure {
            names = List.copyOf(names);
        }
    }

    /** {@code for i in 0..4 { … }}; the span is that of the heading. */
    record For(Name variable, Range range, List<Statement> body, Span span) implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    /** {@code scan t in 0..T with h = …, c = … { … }}; the span is that of the heading. */
    record Scan(Name variable, Range range, List<Carry> carries, List<Statement> body, Span span) implements Statement {
        public Scan {
            carries = List.copyOf(carries);
            body = List.copyOf(body);
        }
    }

    /** {@code h = zeros([N, H])} in the heading of a scan. */
    record Carry(Name name, Expression initial) {}

    /** {@code collect e as es;} or {@code collect e as es axis 0;}. */
    record Collect(Expression value, Name name, Optional<Expression> axis, Span span) implements Statement {}

    /** {@code output p = expr;}. */
    record Output(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code loss expr;}. */
    record Loss(Expression value, Span span) implements Statement {}

    /** {@code metric m = expr;}. */
    record Metric(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code train sgd(rate = 0.1);}. */
    record Train(Name optimizer, List<Expression.Argument> arguments, Span span) implements Statement {
        public Train {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code yield expr;}. */
    record Yield(Expression value, Span span) implements Statement {}
}
