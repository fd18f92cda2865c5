package dev.leibniz.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leibniz.compiler.autodiff.Differentiate;
import dev.leibniz.compiler.autodiff.ReverseMode;
import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Composite;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.schedule.Computation;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.schedule.NetworkScheduler;
import dev.leibniz.compiler.schedule.RuleComputation;
import dev.leibniz.compiler.semantics.Elaborator;
import dev.leibniz.compiler.semantics.Loss;
import dev.leibniz.compiler.semantics.Metric;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Options;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.StateVariable;
import dev.leibniz.compiler.semantics.UpdateRule;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks from text to kernels with nothing rewritten: what the emitter gets, in the plainest form. */
final class Scheduled {
    private record Lowered(Graph graph, List<Value> roots) {}

    private Scheduled() {}

    static NetworkCode network(String text, boolean doublePrecision) {
        Network predicting = elaborate(text, false, doublePrecision);
        Network training = elaborate(text, true, doublePrecision);
        Optional<Loss> loss = predicting.loss();
        boolean evaluates = loss.isPresent() || !predicting.metrics().isEmpty();
        return NetworkScheduler.schedule(
                predicting,
                predict(predicting),
                evaluates ? Optional.of(evaluate(predicting, false)) : Optional.empty(),
                loss.isPresent() ? Optional.of(evaluate(training, true)) : Optional.empty(),
                predicting.rules().stream().map(Scheduled::rule).toList());
    }

    static NetworkCode network(String text) {
        return network(text, false);
    }

    private static Network elaborate(String text, boolean training, boolean doublePrecision) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = new SourceFile("Net.nn", text);
        List<Network> networks = Elaborator.elaborate(
                List.of(Parser.parse(file, diagnostics)),
                List.of(),
                new Options(training, java.util.Map.of(), Optional.of(doublePrecision)),
                diagnostics);
        assertThat(diagnostics.hasErrors()).as(diagnostics.all().toString()).isFalse();
        return networks.get(0);
    }

    private static Computation predict(Network network) {
        Lowered lowered = lower(network.graph(), network.predictionRoots(), List.of());
        return new Computation(lowered.graph, lowered.roots, Optional.empty(), List.of(), List.of());
    }

    private static Computation evaluate(Network network, boolean gradients) {
        List<Value> roots = new ArrayList<>();
        network.loss().ifPresent(loss -> roots.add(loss.value()));
        roots.addAll(network.metrics().stream().map(Metric::value).toList());
        List<Parameter> parameters = gradients ? network.parameters() : List.of();
        Lowered lowered = lower(
                network.graph(), roots, parameters.stream().map(Parameter::leaf).toList());
        int first = network.loss().isPresent() ? 1 : 0;
        int metrics = first + network.metrics().size();
        return new Computation(
                lowered.graph,
                List.of(),
                network.loss().map(loss -> lowered.roots.get(0)),
                lowered.roots.subList(first, metrics),
                lowered.roots.subList(metrics, lowered.roots.size()).stream()
                        .map(value -> value.op() instanceof Leaf ? Optional.<Value>empty() : Optional.of(value))
                        .toList());
    }

    private static RuleComputation rule(UpdateRule rule) {
        List<Value> roots = new ArrayList<>(List.of(rule.nextW()));
        roots.addAll(rule.states().stream().map(StateVariable::next).toList());
        Lowered lowered = lower(rule.graph(), roots, List.of());
        return new RuleComputation(rule, lowered.graph, lowered.roots.get(0), lowered.roots.subList(1, roots.size()));
    }

    /** The roots and the derivatives of the first of them; where there is none, the leaf itself. */
    private static Lowered lower(Graph source, List<Value> roots, List<Value> leaves) {
        Graph expanded = new Graph();
        List<Value> all = new ArrayList<>(roots);
        all.addAll(leaves);
        List<Value> copied = Differentiate.run(source, all, expanded);
        List<Value> results = new ArrayList<>(copied.subList(0, roots.size()));
        if (!leaves.isEmpty()) {
            List<Value> xs = copied.subList(roots.size(), copied.size());
            List<Optional<Value>> gradients = ReverseMode.gradients(expanded, copied.get(0), xs);
            for (int k = 0; k < xs.size(); k++) {
                results.add(gradients.get(k).orElse(xs.get(k)));
            }
        }
        Graph unpinned = new Graph();
        List<Value> free = Differentiate.unpin(expanded, results, unpinned);
        Graph primitive = new Graph();
        Copier copier = new Copier(unpinned, primitive);
        for (Value value : unpinned.reachable(free)) {
            if (value.op() instanceof Composite) {
                Composite composite = (Composite) copier.operation(value);
                copier.replace(value, composite.definition(new Builder(primitive, value.origin())));
            } else {
                copier.copy(value);
            }
        }
        return new Lowered(primitive, free.stream().map(copier::get).toList());
    }
}
