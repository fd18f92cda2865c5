package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.FreeSize;
import dev.leibniz.compiler.semantics.Hyper;
import dev.leibniz.compiler.semantics.Input;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Output;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.SizeRequirement;
import dev.leibniz.compiler.semantics.State;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives inputs, outputs, parameters and results their memory, and schedules the plans of a network over it. */
public final class NetworkScheduler {
    private final Network network;
    private final boolean keepsAll;
    private final Map<Leaf, Buffer> leaves = new HashMap<>();
    private final List<NetworkCode.Argument> inputs = new ArrayList<>();
    private final List<NetworkCode.Result> outputs = new ArrayList<>();
    private final List<NetworkCode.ParameterSlot> parameters = new ArrayList<>();
    private final List<NetworkCode.HyperSlot> hypers = new ArrayList<>();
    private final List<NetworkCode.StateTensor> states = new ArrayList<>();
    private long parameterCount;
    private long stateCount;

    private NetworkScheduler(Network network, Computation predict, boolean keepsAll) {
        this.network = network;
        this.keepsAll = keepsAll;
        Set<Leaf> predicted = new HashSet<>();
        predict.graph().reachable(predict.outputs()).forEach(value -> {
            if (value.op() instanceof Leaf leaf) {
                predicted.add(leaf);
            }
        });
        leaves.put(
                Draw.KEY,
                new Buffer(
                        Draw.KEY.name(),
                        Buffer.Kind.DRAWS,
                        DType.INT,
                        Draw.KEY.type().shape().elements(),
                        Size.ZERO));
        network.inputs().forEach(input -> addInput(input, predicted));
        network.parameters().forEach(this::addParameter);
        network.states().forEach(this::addState);
        network.hypers().forEach(this::addHyper);
        network.outputs().forEach(this::addOutput);
    }

    /**
     * Schedules a network.
     *
     * @param network its description; the graphs used are those of the computations
     * @param predict the outputs, {@code training} false
     * @param evaluate the loss and metrics, {@code training} false
     * @param train the loss, metrics and gradients
     * @param updates the rules, see {@link UpdateScheduler}
     * @param keepsAll whether all that is computed gets memory, where a number that is not finite can be found
     */
    public static NetworkCode schedule(
            Network network,
            Computation predict,
            Optional<Computation> evaluate,
            Optional<Computation> train,
            List<RuleComputation> updates,
            boolean keepsAll) {
        NetworkScheduler scheduler = new NetworkScheduler(network, predict, keepsAll);
        return scheduler.code(predict, evaluate, train, updates);
    }

    private NetworkCode code(
            Computation predict,
            Optional<Computation> evaluate,
            Optional<Computation> train,
            List<RuleComputation> updates) {
        return new NetworkCode(
                network.packageName(),
                network.name(),
                network.doc(),
                network.source().name(),
                network.doublePrecision(),
                network.sizes().stream().map(FreeSize::name).toList(),
                network.requirements().stream()
                        .map(NetworkScheduler::requirement)
                        .toList(),
                inputs,
                outputs,
                parameters,
                parameterCount,
                states,
                stateCount,
                hypers,
                network.metrics().stream()
                        .map(metric -> new NetworkCode.Metric(metric.name(), metric.doc()))
                        .toList(),
                plan(predict),
                evaluate.map(this::plan),
                train.map(this::plan).map(plan -> plan.withBackward(Sweep.through(plan.backward(), parameters))),
                updates.stream()
                        .map(rule -> UpdateScheduler.update(rule, leaves))
                        .toList());
    }

    private static NetworkCode.Requirement requirement(SizeRequirement requirement) {
        Span span = requirement.span();
        String place = span.file().name() + ":" + span.line() + ":" + span.column();
        return new NetworkCode.Requirement(requirement.notNegative(), requirement.message() + " (" + place + ")");
    }

    // -- memory of what the caller sees

    private void addInput(Input input, Set<Leaf> predicted) {
        Leaf leaf = (Leaf) input.leaf().op();
        Buffer buffer = new Buffer(
                input.name(),
                Buffer.Kind.INPUT,
                input.type().dtype(),
                input.type().shape().elements(),
                Size.ZERO);
        leaves.put(leaf, buffer);
        inputs.add(new NetworkCode.Argument(
                buffer,
                input.name(),
                input.type().dtype(),
                input.type().shape(),
                input.range().map(range -> range.low()),
                input.range().map(range -> range.high()),
                predicted.contains(leaf),
                input.doc()));
    }

    private void addParameter(Parameter parameter) {
        Size elements = parameter.type().shape().elements();
        Size offset = Size.of(parameterCount);
        Buffer value = new Buffer(parameter.path(), Buffer.Kind.PARAMETER, DType.FLOAT, elements, offset);
        Buffer gradient = new Buffer(parameter.path() + "Bar", Buffer.Kind.GRADIENT, DType.FLOAT, elements, offset);
        leaves.put((Leaf) parameter.leaf().op(), value);
        parameters.add(new NetworkCode.ParameterSlot(
                value,
                gradient,
                parameter.path(),
                parameter.ordinal(),
                parameter.type().shape(),
                parameterCount,
                parameter.initialiser(),
                parameter.doc()));
        parameterCount += elements.constant();
    }

    private void addState(State state) {
        Size elements = state.type().shape().elements();
        Size offset = Size.of(stateCount);
        Buffer value = new Buffer(state.path(), Buffer.Kind.STATE, DType.FLOAT, elements, offset);
        Buffer next = new Buffer("next " + state.path(), Buffer.Kind.NEXT, DType.FLOAT, elements, offset);
        leaves.put((Leaf) state.leaf().op(), value);
        states.add(new NetworkCode.StateTensor(
                value,
                next,
                state.path(),
                state.ordinal(),
                state.type().shape(),
                stateCount,
                state.initial(),
                state.doc()));
        stateCount += elements.constant();
    }

    private void addHyper(Hyper hyper) {
        int offset = hypers.size();
        Buffer buffer = new Buffer(hyper.name(), Buffer.Kind.HYPER, DType.FLOAT, Size.ONE, Size.of(offset));
        leaves.put((Leaf) hyper.leaf().op(), buffer);
        hypers.add(new NetworkCode.HyperSlot(buffer, hyper.name(), hyper.initial(), offset, hyper.doc()));
    }

    private void addOutput(Output output) {
        Value value = output.value();
        Buffer buffer = new Buffer(
                output.name(),
                Buffer.Kind.OUTPUT,
                value.type().dtype(),
                value.shape().elements(),
                Size.ZERO);
        outputs.add(new NetworkCode.Result(buffer, output.name(), value.type().dtype(), value.shape(), output.doc()));
    }

    // -- plans

    private Plan plan(Computation computation) {
        List<Target> targets = new ArrayList<>();
        for (int k = 0; k < computation.outputs().size(); k++) {
            targets.add(target(computation.outputs().get(k), outputs.get(k).buffer()));
        }
        computation.loss().ifPresent(loss -> targets.add(target(loss, result("loss", loss, 0))));
        for (int k = 0; k < computation.metrics().size(); k++) {
            Value metric = computation.metrics().get(k);
            targets.add(target(metric, result(network.metrics().get(k).name(), metric, k + 1)));
        }
        for (int k = 0; k < computation.nextStates().size(); k++) {
            targets.add(target(computation.nextStates().get(k), states.get(k).next()));
        }
        GradientTerms terms = new GradientTerms(computation);
        for (int k = 0; k < computation.gradients().size(); k++) {
            Destination gradient = new Destination(parameters.get(k).gradient(), true);
            computation.gradients().get(k).stream()
                    .flatMap(value -> terms.of(value).stream())
                    .forEach(term -> targets.add(new Target(term, gradient, false)));
        }
        return Scheduler.plan(computation.graph(), targets, buffers(computation.graph(), leaves), keepsAll);
    }

    private static Target target(Value value, Buffer buffer) {
        return new Target(value, new Destination(buffer, false), true);
    }

    private static Buffer result(String name, Value value, int offset) {
        return new Buffer(name, Buffer.Kind.RESULT, value.type().dtype(), Size.ONE, Size.of(offset));
    }

    /** The memory of a graph's leaves, found by what they are. */
    static Map<Value, Buffer> buffers(Graph graph, Map<Leaf, Buffer> leaves) {
        Map<Value, Buffer> buffers = new HashMap<>();
        for (Value value : graph.values()) {
            if (value.op() instanceof Leaf leaf && leaves.containsKey(leaf)) {
                buffers.put(value, leaves.get(leaf));
            }
        }
        return buffers;
    }
}
