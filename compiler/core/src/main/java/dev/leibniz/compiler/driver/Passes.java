package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.PinTargets;
import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Composite;
import java.util.List;
import java.util.function.Function;

/** The passes from the elaborated graph to the one that is scheduled, in their order. */
final class Passes {
    /** A graph with the values wanted of it. */
    record Wanted(Graph graph, List<Value> roots) {}

    /** A pass by name: {@code --print-after} knows it by that. */
    private record Pass(String name, Function<Wanted, Wanted> run) {}

    /** What copies roots into another graph. */
    private interface Copying {
        List<Value> run(Graph from, List<Value> roots, Graph to);
    }

    private static final List<Pass> ALL = List.of(
            // Before any rule: what the user differentiates by must survive rewriting.
            copying("pin", PinTargets::run),
            // Derivatives follow from the stable forms.
            copying("differentiate", Differentiate::run),
            copying("unpin", Differentiate::unpin),
            // Last: no rule recognises them any more, and loops need primitives.
            copying("decompose", Passes::decompose));

    private Passes() {}

    private static Pass copying(String name, Copying copying) {
        return new Pass(name, wanted -> {
            Graph to = new Graph();
            return new Wanted(to, copying.run(wanted.graph(), wanted.roots(), to));
        });
    }

    static Wanted run(Graph graph, List<Value> roots) {
        Wanted wanted = new Wanted(graph, roots);
        for (Pass pass : ALL) {
            wanted = pass.run().apply(wanted);
        }
        return wanted;
    }

    /** The roots with every gradient they ask for expanded, and nothing else changed. */
    static Wanted expand(Graph graph, List<Value> roots) {
        Wanted expanded = copying("differentiate", Differentiate::run).run().apply(new Wanted(graph, roots));
        return copying("unpin", Differentiate::unpin).run().apply(expanded);
    }

    private static List<Value> decompose(Graph from, List<Value> roots, Graph to) {
        Copier copier = new Copier(from, to);
        for (Value value : from.reachable(roots)) {
            if (value.op() instanceof Composite) {
                Composite composite = (Composite) copier.operation(value);
                copier.replace(value, composite.definition(new Builder(to, value.origin())));
            } else {
                copier.copy(value);
            }
        }
        return roots.stream().map(copier::get).toList();
    }
}
