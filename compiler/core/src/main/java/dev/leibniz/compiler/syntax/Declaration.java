package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What a file declares. The doc comment is without its stars. */
public sealed interface Declaration {
    Name name();

    Optional<String> doc();

    /** From the keyword to the end of the heading; the body is left out, so that the span reads well in messages. */
    Span span();

    /** {@code network Name { … }}. */
    record Network(Name name, List<Statement> body, Optional<String> doc, Span span) implements Declaration {
        public Network {
            body = List.copyOf(body);
        }
    }

    /** {@code function f(x, k = 2) = expr;}, whose body is one yield, or {@code function f(x) { … }}. */
    record Function(Name name, List<Parameter> parameters, List<Statement> body, Optional<String> doc, Span span)
            implements Declaration {
        public Function {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /**
     * {@code layer f(units, bias = true)(x: float[..., K]) { … }}.
     *
     * @param configuration the first list
     * @param parameters the second list: tensors
     */
    record Layer(
            Name name,
            List<Parameter> configuration,
            List<Parameter> parameters,
            List<Statement> body,
            Optional<String> doc,
            Span span)
            implements Declaration {
        public Layer {
            configuration = List.copyOf(configuration);
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** {@code optimizer name(rate = 0.01) { … }}. */
    record Optimizer(Name name, List<Parameter> parameters, List<Statement> body, Optional<String> doc, Span span)
            implements Declaration {
        public Optimizer {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** A parameter in a heading: {@code x}, {@code x: float[..., K]} or {@code k = 2}. */
    record Parameter(Name name, Optional<TypeExpression> type, Optional<Expression> defaultValue, Span span) {}
}
