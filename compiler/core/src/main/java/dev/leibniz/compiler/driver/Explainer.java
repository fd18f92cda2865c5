package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.explain.Derivation;
import dev.leibniz.compiler.explain.DistinctNames;
import dev.leibniz.compiler.explain.Uses;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derivations as the compiler makes them: the passes up to the last one that people would read. */
final class Explainer {
    private Explainer() {}

    static Derivation explain(Network network) {
        Map<String, Value> forward = new LinkedHashMap<>();
        network.outputs().stream()
                .filter(output -> output.value().type().isFloat())
                .forEach(output -> forward.put(output.name(), output.value()));
        network.loss().ifPresent(loss -> forward.put("loss", loss.value()));
        network.states().forEach(state -> state.next().ifPresent(next -> forward.put("next " + state.path(), next)));
        Map<String, Value> gradients = gradients(network);
        Ranges ranges = Passes.ranges(network);
        List<Value> wanted = new ArrayList<>(forward.values());
        wanted.addAll(gradients.values());
        Graph graph = new Graph();
        List<Value> roots = DistinctNames.copy(network.graph(), wanted, forward, graph);
        List<Value> loss = network.loss().stream()
                .map(each -> roots.get(wanted.indexOf(each.value())))
                .toList();
        Program stable = Passes.primal(graph, loss, ranges);
        Program derived = Passes.readable(graph, roots, ranges);
        return Derivation.of(
                network.name(),
                derived.graph(),
                named(forward, derived.roots(), 0),
                named(gradients, derived.roots(), forward.size()),
                new Uses(stable.graph(), stable.roots()));
    }

    private static Map<String, Value> gradients(Network network) {
        Map<String, Value> gradients = new LinkedHashMap<>();
        network.loss().ifPresent(loss -> {
            Builder g = new Builder(network.graph(), loss.span());
            for (Parameter parameter : network.parameters()) {
                gradients.put(parameter.path(), g.gradient(loss.value(), parameter.leaf()));
            }
            for (Input input : network.inputs()) {
                if (input.type().isFloat()) {
                    gradients.put(input.name(), g.gradient(loss.value(), input.leaf()));
                }
            }
        });
        return gradients;
    }

    private static Map<String, Value> named(Map<String, Value> wanted, List<Value> roots, int from) {
        Map<String, Value> found = new LinkedHashMap<>();
        int k = from;
        for (String name : wanted.keySet()) {
            found.put(name, roots.get(k++));
        }
        return found;
    }
}
