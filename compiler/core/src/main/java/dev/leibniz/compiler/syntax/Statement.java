package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What stands in the body of a declaration. */
public sealed interface Statement {
    Span span();

    /** {@code size N;} (free) or {@code size H = 64;} */
    record SizeDeclaration(Name name, Optional<Expression> value, Span span) implements Statement {}

    /** {@code low..high}, the upper end exclusive. */
    record Range(Expression low, Expression high, Span span) {}

    /** {@code input x: type in 0..10;} */
    record Input(Name name, TypeExpression type, Optional<Range> range, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code param W: type = initialiser;} */
    record Parameter(Name name, TypeExpression type, Optional<Expression> initialiser, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code state s: type = initial;}; an optimizer's states have no type. */
    record State(
            Name name, Optional<TypeExpression> type, Optional<Expression> initial, Optional<String> doc, Span span)
            implements Statement {}

    /** {@code next s = e;} */
    record Next(Name name, Expression value, Span span) implements Statement {}

    /** {@code hyper rate = 0.5;} */
    record Hyper(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code name = e;} */
    record Define(Name name, Expression value, Span span) implements Statement {}

    /** {@code [a, b] = e;} */
    record Destructure(List<Name> names, Expression value, Span span) implements Statement {
        public Destructure {
            names = List.copyOf(names);
        }
    }

    /** {@code for i in 0..4 { … }} */
    record For(Name variable, Range range, List<Statement> body, Span span) implements Statement {
        public For {
            body = List.copyOf(body);
        }
    }

    /** A value carried from turn to turn: {@code h = zeros([N, H])}. */
    record Carry(Name name, Expression initial, Span span) {}

    /** {@code scan t in 0..T with h = e { … }} */
    record Scan(Name variable, Range range, List<Carry> carries, List<Statement> body, Span span) implements Statement {
        public Scan {
            carries = List.copyOf(carries);
            body = List.copyOf(body);
        }
    }

    /** {@code collect e as es axis 0;}, inside a scan. */
    record Collect(Expression value, Name as, Optional<Expression> axis, Span span) implements Statement {}

    /** {@code output p = e;} */
    record Output(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code loss e;} */
    record Loss(Expression value, Span span) implements Statement {}

    /** {@code metric m = e;} */
    record Metric(Name name, Expression value, Optional<String> doc, Span span) implements Statement {}

    /** {@code train sgd(rate = 0.1);} */
    record Train(Expression rule, Span span) implements Statement {}

    /** {@code yield e;} */
    record Yield(Expression value, Span span) implements Statement {}

    /** {@code precision double;} */
    record Precision(Name name, Span span) implements Statement {}
}
