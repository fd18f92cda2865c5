package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.semantics.Network;
import dev.leibniz.compiler.semantics.Parameter;
import dev.leibniz.compiler.semantics.Repetition;
import dev.leibniz.compiler.semantics.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network with loops in place of turns. Everything else is copied, in its order. */
final class RolledNetwork implements Network.Rebuilt {
    /** Where a parameter or state lies on a stack. */
    private record Element(Stack stack, int index) {}

    /** A loop in the new graph. */
    private record Loop(RolledBody body, Value scan) {}

    private final Network network;
    private final Map<Repetition, Roll> rolls;
    private final Graph graph = new Graph();
    private final Map<Value, Roll.Place> places = new HashMap<>();
    private final Map<Value, Element> elements = new HashMap<>();
    private final Map<Roll, Loop> loops = new HashMap<>();
    private final Map<Value, Value> copies = new HashMap<>();
    private final int[] starts;

    private RolledNetwork(Network network, Map<Repetition, Roll> rolls) {
        this.network = network;
        this.rolls = rolls;
        this.starts = new int[network.graph().values().size() + 1];
    }

    /** @param rolls by what they are in place of; no turns are within others */
    static Network of(Network network, Map<Repetition, Roll> rolls) {
        RolledNetwork rolled = new RolledNetwork(network, rolls);
        Map<Value, List<Roll>> lasts = rolled.place();
        rolled.copy(lasts);
        return network.with(rolled.graph, rolled);
    }

    /** Finds the values that loops are in place of; the last of each loop, at which it is made. */
    private Map<Value, List<Roll>> place() {
        Map<Value, List<Roll>> lasts = new HashMap<>();
        for (Roll roll : rolls.values()) {
            for (Stack stack : roll.stacks()) {
                for (int k = 0; k < stack.leaves().size(); k++) {
                    elements.put(stack.leaves().get(k), new Element(stack, k));
                }
            }
            Map<Value, Roll.Place> own = roll.places();
            Value last = own.keySet().stream()
                    .reduce((a, b) -> a.id() > b.id() ? a : b)
                    .orElseThrow();
            lasts.computeIfAbsent(last, value -> new ArrayList<>()).add(roll);
            // What the first turn computes of what all share, the others read as well.
            readBefore(roll).forEach(own::remove);
            places.putAll(own);
        }
        return lasts;
    }

    /** The values of a loop's range that must be known before it runs. */
    private static Set<Value> readBefore(Roll roll) {
        Deque<Value> open = new ArrayDeque<>();
        roll.carries().keySet().forEach(variable -> open.add(roll.initial(variable)));
        for (Lane.Computed lane : roll.computed()) {
            for (Lane operand : lane.operands()) {
                if (operand instanceof Lane.Shared shared) {
                    open.add(shared.value());
                }
            }
        }
        Set<Value> read = new HashSet<>();
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (value.id() >= roll.start() && read.add(value)) {
                open.addAll(value.op().operands());
            }
        }
        return read;
    }

    // -- the graph

    private void copy(Map<Value, List<Roll>> lasts) {
        List<Value> waiting = new ArrayList<>();
        for (Value value : network.graph().values()) {
            starts[value.id()] = graph.values().size();
            if (!places.containsKey(value) && !elements.containsKey(value)) {
                waiting.add(value);
            }
            lasts.getOrDefault(value, List.of()).forEach(this::loop);
            List<Value> still = new ArrayList<>();
            for (Value next : waiting) {
                if (next.op().operands().stream().allMatch(this::isReady)) {
                    copyOne(next);
                } else {
                    still.add(next);
                }
            }
            waiting = still;
        }
        starts[network.graph().values().size()] = graph.values().size();
    }

    private boolean isReady(Value value) {
        Roll.Place place = places.get(value);
        return place != null
                ? loops.containsKey(place.roll())
                : elements.containsKey(value) || copies.containsKey(value);
    }

    private void copyOne(Value value) {
        List<Value> operands = value.op().operands().stream().map(this::of).toList();
        Op op = operands.isEmpty() ? value.op() : value.op().withOperands(operands);
        named(value, graph.add(op, value.origin()));
    }

    private Value named(Value value, Value copy) {
        copies.put(value, copy);
        network.graph().nameOf(value).ifPresent(name -> graph.name(copy, name));
        return copy;
    }

    private void loop(Roll roll) {
        RolledBody body = new RolledBody(roll, network.graph());
        List<Value> operands = new ArrayList<>();
        roll.carries().keySet().forEach(variable -> operands.add(of(roll.initial(variable))));
        for (Lane lane : body.outside()) {
            operands.add(
                    lane instanceof Lane.Shared shared
                            ? of(shared.value())
                            : leaf(roll.stack(((Lane.Stacked) lane).leaves())));
        }
        Value like = roll.computed().get(0).values().get(0);
        Value scan = new Builder(graph, like.origin()).scan(body.body(), roll.turns(), operands);
        ((Scan) scan.op()).nameGiven(graph);
        loops.put(roll, new Loop(body, scan));
    }

    private Value leaf(Stack stack) {
        return graph.add(stack.leaf(), stack.leaves().get(0).origin());
    }

    /** Where a value is now: a copy, what a loop has left in a variable or collected, or a part of a stack. */
    @Override
    public Value of(Value value) {
        Value copy = copies.get(value);
        if (copy != null) {
            return copy;
        }
        Builder g = new Builder(graph, value.origin());
        Roll.Place place = places.get(value);
        if (place == null) {
            Element element = elements.get(value);
            return named(value, element(g, leaf(element.stack()), element.index()));
        }
        Optional<Value> left = left(place);
        if (left.isPresent()) {
            return named(value, left.get());
        }
        Loop loop = loops.get(place.roll());
        Value collected = g.result(loop.scan(), loop.body().collect(place.lane()));
        return named(value, element(g, collected, place.turn()));
    }

    /** What a loop has left in a variable, if that is where the value is. */
    private Optional<Value> left(Roll.Place place) {
        Loop loop = loops.get(place.roll());
        boolean last = place.turn() == place.lane().values().size() - 1;
        Value at = place.lane().values().get(place.turn());
        return last
                ? loop.body()
                        .result(place.lane())
                        .map(number -> new Builder(graph, at.origin()).result(loop.scan(), number))
                : Optional.empty();
    }

    private static Value element(Builder g, Value stacked, int index) {
        Value slice = g.slice(stacked, 0, Size.of(index), Size.ONE, 1);
        return g.reshape(slice, stacked.shape().without(0));
    }

    // -- what surrounds it

    @Override
    public List<Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters()) {
            Element element = elements.get(parameter.leaf());
            if (element == null) {
                parameters.put(
                        parameter.path(),
                        new Parameter(
                                parameter.path(),
                                parameter.ordinal(),
                                parameter.type(),
                                parameter.initialiser(),
                                of(parameter.leaf()),
                                parameter.span(),
                                parameter.doc()));
            } else {
                Stack stack = element.stack();
                parameters.putIfAbsent(stack.path(), stack.parameter(parameter, leaf(stack)));
            }
        }
        return List.copyOf(parameters.values());
    }

    @Override
    public List<State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        for (State state : network.states()) {
            Element element = elements.get(state.leaf());
            if (element == null) {
                states.put(
                        state.path(),
                        new State(
                                state.path(),
                                state.ordinal(),
                                state.type(),
                                state.initial(),
                                of(state.leaf()),
                                state.next().map(this::of),
                                state.span(),
                                state.doc()));
            } else {
                Stack stack = element.stack();
                states.computeIfAbsent(stack.path(), path -> stack.state(state, leaf(stack), next(stack)));
            }
        }
        return List.copyOf(states.values());
    }

    /** What the states of a stack become: what the turns collect. */
    private Optional<Value> next(Stack stack) {
        for (Roll roll : rolls.values()) {
            Lane next = roll.next().get(stack.leaves());
            if (next != null) {
                Loop loop = loops.get(roll);
                Builder g = new Builder(graph, loop.scan().origin());
                return Optional.of(g.result(loop.scan(), loop.body().collect(next)));
            }
        }
        return Optional.empty();
    }

    /** The loops that still have their turns one after the other; those that do not are as if they had none. */
    @Override
    public List<Repetition> repetitions() {
        List<Repetition> kept = new ArrayList<>();
        for (Repetition repetition : network.repetitions()) {
            List<Repetition.Boundary> boundaries = rolls.containsKey(repetition)
                    ? List.of(new Repetition.Boundary(0, List.of()))
                    : repetition.boundaries().stream().map(this::moved).toList();
            kept.add(new Repetition(repetition.variable(), repetition.depth(), boundaries));
        }
        return kept;
    }

    private Repetition.Boundary moved(Repetition.Boundary boundary) {
        List<Optional<Value>> variables = new ArrayList<>();
        for (Optional<Value> variable : boundary.variables()) {
            variables.add(variable.flatMap(value ->
                    places.containsKey(value) && left(places.get(value)).isEmpty()
                            ? Optional.empty()
                            : Optional.of(of(value))));
        }
        return new Repetition.Boundary(starts[boundary.start()], variables);
    }
}
