package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.source.Span;

/**
 * A line of mathematics: {@code name = expression}.
 *
 * @param value what it defines
 * @param depth in how many loops it stands
 */
public record Equation(String name, Notation expression, Value value, int depth) {
    private static final String INDENT = "    ";

    /** The equation within one more loop. */
    Equation indented() {
        return new Equation(name, expression, value, depth + 1);
    }

    /** Where in `.nn` source the value comes from. */
    public Span origin() {
        return value.origin();
    }

    /** The line in `.nn` syntax. */
    public String text() {
        return INDENT.repeat(depth) + name + " = " + expression.text();
    }
}
