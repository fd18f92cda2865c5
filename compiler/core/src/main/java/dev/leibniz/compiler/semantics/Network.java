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
 * @param repetitions the loops whose turns are one after the other in the graph, inner ones before those around
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
        List<UpdateRule> rules,
        List<Repetition> repetitions) {
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
        repetitions = List.copyOf(repetitions);
    }

    /** The same network with all that belongs to its graph in another. */
    public Network with(Graph changed, Rebuilt rebuilt) {
        return new Network(
                packageName,
                name,
                span,
                doc,
                doublePrecision,
                source,
                sizes,
                fixedSizes,
                requirements,
                inputs.stream()
                        .map(i -> new Input(i.name(), i.type(), i.range(), rebuilt.of(i.leaf()), i.span(), i.doc()))
                        .toList(),
                rebuilt.parameters(),
                rebuilt.states(),
                hypers.stream()
                        .map(h -> new Hyper(h.name(), h.initial(), rebuilt.of(h.leaf()), h.span(), h.doc()))
                        .toList(),
                changed,
                outputs.stream()
                        .map(o -> new Output(o.name(), rebuilt.of(o.value()), o.span(), o.doc()))
                        .toList(),
                loss.map(l -> new Loss(rebuilt.of(l.value()), l.span())),
                metrics.stream()
                        .map(m -> new Metric(m.name(), rebuilt.of(m.value()), m.span(), m.doc()))
                        .toList(),
                rules,
                rebuilt.repetitions());
    }

    /** Where everything is in another graph that computes the same. */
    public interface Rebuilt {
        Value of(Value value);

        List<Parameter> parameters();

        List<State> states();

        List<Repetition> repetitions();
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
