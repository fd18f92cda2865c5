package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network that means something: a typed graph and what its values are for. All lists are in the order of declaration.
 *
 * @param packageName the Java package of what is generated
 * @param doublePrecision whether {@code float} is Java's double here
 * @param sizes the free sizes
 * @param fixedSizes the others, with the values they have after overriding
 * @param requirements what must hold of the free sizes of every call, beyond being at least 1
 * @param graph one graph for outputs, loss, metrics and next states; not everything in it is needed
 * @param loss absent in an inference-only network
 * @param rules one for each {@code train} statement, the first is the default
 */
public record Network(
        String packageName,
        String name,
        Span span,
        Optional<String> doc,
        boolean doublePrecision,
        SourceFile source,
        List<FreeSize> sizes,
        Map<String, Long> fixedSizes,
        List<SizeRequirement> requirements,
        List<Input> inputs,
        List<Parameter> parameters,
        List<State> states,
        List<Hyper> hypers,
        Graph graph,
        List<Output> outputs,
        Optional<Loss> loss,
        List<Metric> metrics,
        List<UpdateRule> rules) {
    public Network {
        sizes = List.copyOf(sizes);
        fixedSizes = Collections.unmodifiableMap(new LinkedHashMap<>(fixedSizes));
        requirements = List.copyOf(requirements);
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        states = List.copyOf(states);
        hypers = List.copyOf(hypers);
        outputs = List.copyOf(outputs);
        metrics = List.copyOf(metrics);
        rules = List.copyOf(rules);
    }

    /** What a prediction computes. */
    public List<Value> predictionRoots() {
        return outputs.stream().map(Output::value).toList();
    }

    /** Everything that anyone can ask for: outputs, loss, metrics and next states. */
    public List<Value> roots() {
        List<Value> roots = new ArrayList<>(predictionRoots());
        loss.ifPresent(l -> roots.add(l.value()));
        metrics.forEach(metric -> roots.add(metric.value()));
        states.forEach(state -> state.next().ifPresent(roots::add));
        return List.copyOf(roots);
    }
}
