package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.source.Span;

/**
 * A line of mathematics: {@code name = expression}.
 *
 * @param origin where in `.nn` source the value comes from
 * @param depth in how many loops it stands
 */
public record Equation(String name, Notation expression, Span origin, int depth) {
    private static final String INDENT = "    ";

    /** The equation within one more loop. */
    Equation indented() {
        return new Equation(name, expression, origin, depth + 1);
    }

    /** The line in `.nn` syntax. */
    public String text() {
        return INDENT.repeat(depth) + name + " = " + expression.text();
    }
}
