package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What a file declares. */
public sealed interface Declaration {
    Name name();

    /** The text of the doc comment before it, without stars. */
    Optional<String> doc();

    Span span();

    /** A declared argument: {@code x}, {@code x: float[..., K]}, {@code k = 2}. */
    record Formal(Name name, Optional<TypeExpression> type, Optional<Expression> defaultValue, Span span) {}

    /** {@code network Name { … }} */
    record Network(Name name, List<Statement> body, Optional<String> doc, Span span) implements Declaration {
        public Network {
            body = List.copyOf(body);
        }
    }

    /** {@code function f(x, k = 2) = e;} has a body of one {@link Statement.Yield}. */
    record Function(Name name, List<Formal> formals, List<Statement> body, Optional<String> doc, Span span)
            implements Declaration {
        public Function {
            formals = List.copyOf(formals);
            body = List.copyOf(body);
        }
    }

    /** {@code layer f(units, bias = true)(x: float[..., K]) { … }} */
    record Layer(
            Name name,
            List<Formal> configuration,
            List<Formal> formals,
            List<Statement> body,
            Optional<String> doc,
            Span span)
            implements Declaration {
        public Layer {
            configuration = List.copyOf(configuration);
            formals = List.copyOf(formals);
            body = List.copyOf(body);
        }
    }

    /** {@code optimizer name(rate = 0.01) { … }} */
    record Optimizer(Name name, List<Formal> formals, List<Statement> body, Optional<String> doc, Span span)
            implements Declaration {
        public Optimizer {
            formals = List.copyOf(formals);
            body = List.copyOf(body);
        }
    }
}
