package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A written type: {@code float}, {@code int[N, 3]}, {@code float[..., K]}.
 *
 * @param element {@code float}, {@code int} or {@code bool}, as written
 * @param shape absent for a scalar
 */
public record TypeExpression(Name element, Optional<ShapeExpression> shape, Span span) {
    /** @param leading whether it begins with {@code ...} */
    public record ShapeExpression(boolean leading, List<Expression> sizes, Span span) {
        public ShapeExpression {
            sizes = List.copyOf(sizes);
        }
    }
}
