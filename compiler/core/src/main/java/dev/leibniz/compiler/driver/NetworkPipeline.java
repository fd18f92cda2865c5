package dev.leibniz.compiler.driver;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.rewrite.Program;
import dev.leibniz.compiler.rewrite.Ranges;
import dev.leibniz.compiler.rewrite.Rewriting;
import dev.leibniz.compiler.schedule.Computation;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.schedule.NetworkScheduler;
import dev.leibniz.compiler.schedule.RuleComputation;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Metric;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Output;
import dev.leibniz.compiler.semantics.StateVariable;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From an elaborated network to kernels: each plan's graph through the passes, then all of them scheduled over one memory. */
final class NetworkPipeline {
    /** Ends the class name of an observed network. */
    static final String OBSERVED = "Observed";

    private final CompileOptions options;
    private final Watch watch;

    private NetworkPipeline(CompileOptions options, Watch watch) {
        this.options = options;
        this.watch = watch;
    }

    /**
     * The network as an application uses it.
     *
     * @param predicting elaborated with {@code training} false
     * @param training elaborated with {@code training} true
     * @param options which rules rewrite its graphs, and what is kept
     */
    static NetworkCode compile(Network predicting, Network training, CompileOptions options, Watch watch) {
        return new NetworkPipeline(options, watch).compile(predicting, training);
    }

    private NetworkCode compile(Network predicting, Network training) {
        boolean hasLoss = training.loss().isPresent();
        boolean evaluates =
                predicting.loss().isPresent() || !predicting.metrics().isEmpty();
        Computation predict = predicted(predicting);
        Optional<Computation> evaluate = evaluates ? Optional.of(evaluated(predicting)) : Optional.empty();
        Optional<Computation> train = hasLoss ? Optional.of(trained(training)) : Optional.empty();
        List<RuleComputation> updates =
                hasLoss ? training.rules().stream().map(this::rule).toList() : List.of();
        return watch.time(
                "schedule",
                () -> NetworkScheduler.schedule(predicting, predict, evaluate, train, updates, options.keepsAll()));
    }

    /**
     * The network with everything that can be asked of it as outputs of prediction: {@code output.NAME}, {@code metric.NAME}, {@code loss}, and
     * {@code grad.NAME} for every float input; the gradients of parameters are those of its training pass.
     */
    static NetworkCode observe(Network network, CompileOptions options) {
        List<Output> outputs = new ArrayList<>();
        network.outputs().forEach(o -> outputs.add(output("output." + o.name(), o.value(), o)));
        network.metrics()
                .forEach(m -> outputs.add(new Output("metric." + m.name(), m.value(), m.span(), Optional.empty())));
        network.loss().ifPresent(loss -> {
            outputs.add(new Output("loss", loss.value(), loss.span(), Optional.empty()));
            Builder g = new Builder(network.graph(), loss.span());
            for (Input i : network.inputs()) {
                if (i.type().isFloat()) {
                    outputs.add(new Output(
                            "grad." + i.name(), g.gradient(loss.value(), i.leaf()), i.span(), Optional.empty()));
                }
            }
        });
        Network observed = new Network(
                network.packageName(),
                network.name() + OBSERVED,
                network.span(),
                network.doc(),
                network.doublePrecision(),
                network.source(),
                network.sizes(),
                network.fixedSizes(),
                network.requirements(),
                network.inputs(),
                network.parameters(),
                network.states(),
                network.hypers(),
                network.graph(),
                outputs,
                network.loss(),
                List.of(),
                List.of(),
                List.of());
        NetworkPipeline pipeline = new NetworkPipeline(options.withRules(RuleChoice.DEFAULT), Watch.silent());
        Optional<Computation> train = network.loss().map(loss -> pipeline.trained(observed));
        return NetworkScheduler.schedule(
                observed, pipeline.predicted(observed), Optional.empty(), train, List.of(), options.keepsAll());
    }

    private static Output output(String name, Value value, Output like) {
        return new Output(name, value, like.span(), like.doc());
    }

    // -- what each plan computes

    private Computation predicted(Network network) {
        return computation(network, outputs(network), Optional.empty(), List.of(), List.of(), List.of(), "predict");
    }

    private Computation evaluated(Network network) {
        return computation(network, List.of(), loss(network), metrics(network), List.of(), List.of(), "evaluate");
    }

    private Computation trained(Network network) {
        return computation(
                network,
                List.of(),
                loss(network),
                metrics(network),
                nextStates(network),
                gradients(network),
                "loss and gradient");
    }

    private static List<Value> outputs(Network network) {
        return network.outputs().stream().map(Output::value).toList();
    }

    private static Optional<Value> loss(Network network) {
        return network.loss().map(loss -> loss.value());
    }

    private static List<Value> metrics(Network network) {
        return network.metrics().stream().map(Metric::value).toList();
    }

    /** What every state is after a step, perhaps unchanged. */
    private static List<Value> nextStates(Network network) {
        return network.states().stream()
                .map(state -> state.next().orElse(state.leaf()))
                .toList();
    }

    private static List<Value> gradients(Network network) {
        Value loss = network.loss().orElseThrow().value();
        Builder g = new Builder(network.graph(), network.loss().orElseThrow().span());
        return network.parameters().stream()
                .map(parameter -> g.gradient(loss, parameter.leaf()))
                .toList();
    }

    private Computation computation(
            Network network,
            List<Value> outputs,
            Optional<Value> loss,
            List<Value> metrics,
            List<Value> nextStates,
            List<Value> gradients,
            String plan) {
        List<Value> roots = new ArrayList<>(outputs);
        loss.ifPresent(roots::add);
        roots.addAll(metrics);
        roots.addAll(nextStates);
        roots.addAll(gradients);
        Program done = run(network.graph(), roots, Passes.ranges(network), plan);
        int afterOutputs = outputs.size();
        int afterLoss = afterOutputs + (loss.isPresent() ? 1 : 0);
        int afterMetrics = afterLoss + metrics.size();
        int afterStates = afterMetrics + nextStates.size();
        return new Computation(
                done.graph(),
                done.roots().subList(0, afterOutputs),
                done.roots().subList(afterOutputs, afterLoss).stream().findFirst(),
                done.roots().subList(afterLoss, afterMetrics),
                done.roots().subList(afterMetrics, afterStates),
                done.roots().subList(afterStates, roots.size()).stream()
                        .map(Optional::of)
                        .toList());
    }

    private RuleComputation rule(UpdateRule rule) {
        List<Value> roots = new ArrayList<>(List.of(rule.nextW()));
        roots.addAll(rule.states().stream().map(StateVariable::next).toList());
        Program done = run(rule.graph(), roots, Ranges.none(), "update by " + rule.name());
        return new RuleComputation(
                rule, done.graph(), done.roots().get(0), done.roots().subList(1, roots.size()));
    }

    private Program run(Graph graph, List<Value> roots, Ranges ranges, String plan) {
        Watch own = watch.plan(plan);
        return Passes.run(
                graph,
                roots,
                new Rewriting(ranges, options.rules().off(), options.rules().on(), own::fired),
                own);
    }
}
