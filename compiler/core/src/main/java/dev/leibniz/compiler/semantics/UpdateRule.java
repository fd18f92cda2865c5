package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.Span;
import java.util.List;

/**
 * How training changes parameters: one {@code train} statement with its optimizer inlined, in a graph of its own. Parameters are flat there:
 * {@code w}, {@code g}, {@code nextW} and the states have type {@code float[P]} with the free size {@link #ELEMENTS}.
 *
 * @param name the optimizer's name; from the second rule of a name on with a number, as {@code sgd2}
 * @param arguments the arguments as written, {@code rate = 0.1}
 * @param w leaf, the parameter before the step
 * @param g leaf, the gradient of the loss
 * @param step leaf, a float scalar: the number of the step, 1 the first time
 * @param hypers leaves, float scalars, of the network's hypers that the rule uses
 * @param nextW the parameter after the step
 * @param elementwise whether each element is updated from its own w, g and states alone, so that all parameters can be updated as one array; if not, the
 *     rule is applied to one parameter at a time
 */
public record UpdateRule(
        String name,
        String arguments,
        Graph graph,
        Value w,
        Value g,
        Value step,
        List<Value> hypers,
        Value nextW,
        List<StateVariable> states,
        boolean elementwise,
        Span span) {
    /** The free size that stands for the number of elements. */
    public static final String ELEMENTS = "P";

    public UpdateRule {
        hypers = List.copyOf(hypers);
        states = List.copyOf(states);
    }
}
