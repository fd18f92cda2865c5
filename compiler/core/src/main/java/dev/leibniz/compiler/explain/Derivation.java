package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network's derivatives as text: what it computes, then for each named value the derivative of the loss by it, from the last to the first, with the
 * operations whose derivative rules gave it.
 *
 * @param network the network's name
 * @param forward what it computes
 * @param backward the same for derivatives, each with what it came through
 */
public record Derivation(String network, List<Equation> forward, List<Step> backward) {
    /** What the name of a cotangent ends with. */
    static final String BAR = "Bar";

    /** Longer lines have what they came through below. */
    private static final int WIDE = 72;

    /**
     * A line of the derivation.
     *
     * @param equation {@code xBar = expression}
     * @param through the operations between x and the named values that use it, empty for a line that only helps
     */
    public record Step(Equation equation, String through) {
        String line() {
            return equation.text();
        }
    }

    public Derivation {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    /**
     * The derivation of a simplified graph.
     *
     * @param gradients the derivatives of the loss, by the paths of what they are by
     * @param uses what each named value goes through, see {@link Uses}
     */
    public static Derivation of(
            String network, Graph graph, Map<String, Value> forward, Map<String, Value> gradients, Uses uses) {
        Map<String, Value> wanted = new LinkedHashMap<>(forward);
        List<Value> roots = new ArrayList<>(forward.values());
        roots.addAll(gradients.values());
        Names names = new Names();
        wanted.keySet().forEach(names::reserve);
        gradients.keySet().forEach(path -> names.reserve(path + BAR));
        for (Value value : graph.reachable(roots)) {
            if (value.op() instanceof Leaf leaf) {
                names.reserve(leaf.name());
            }
        }
        for (Value value : graph.reachable(roots)) {
            if (!value.op().operands().isEmpty() && !wanted.containsValue(value)) {
                graph.nameOf(value)
                        .filter(name -> !gradients.containsValue(value) || !name.endsWith(BAR))
                        .ifPresent(name -> wanted.put(names.unique(name), value));
            }
        }
        gradients.forEach((path, value) -> wanted.put(path + BAR, value));
        Set<Value> primal = new HashSet<>(graph.reachable(forward.values()));
        List<Equation> equations = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        boolean isForward = true;
        for (Equation equation : Notations.equations(graph, wanted)) {
            String name = equation.name();
            String of = name.endsWith(BAR) ? name.substring(0, name.length() - BAR.length()) : "";
            // What the primal needs itself is a derivative of something else, by a grad(…) in it.
            boolean isDerivative = equation.depth() == 0
                    && (gradients.get(of) == equation.value() || uses.knows(of) && !primal.contains(equation.value()));
            // The turns of a loop stand where the loop does.
            isForward = equation.depth() > 0 ? isForward : !isDerivative && primal.contains(equation.value());
            if (isForward) {
                equations.add(equation);
            } else {
                steps.add(new Step(equation, isDerivative ? uses.of(of) : ""));
            }
        }
        return new Derivation(network, equations, steps);
    }

    /** The whole as lines of text. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("network " + network);
        text.add("");
        forward.forEach(equation -> text.add("  " + equation.text()));
        if (!backward.isEmpty()) {
            text.add("");
            text.add("  derivatives of the loss: xBar is that by x, of the shape of x");
            text.add("");
            int width = backward.stream()
                    .filter(step -> !step.through().isEmpty())
                    .mapToInt(step -> step.line().length())
                    .filter(length -> length <= WIDE)
                    .max()
                    .orElse(0);
            for (Step step : backward) {
                String line = "  " + step.line();
                if (step.through().isEmpty()) {
                    text.add(line);
                } else if (step.line().length() <= width) {
                    text.add(line + " ".repeat(width + 4 - step.line().length()) + "through " + step.through());
                } else {
                    text.add(line);
                    text.add(" ".repeat(width + 6) + "through " + step.through());
                }
            }
        }
        return text;
    }
}
