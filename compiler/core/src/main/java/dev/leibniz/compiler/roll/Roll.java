package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Gradient;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Turns;
import dev.leibniz.compiler.semantics.FreeSize;
import dev.leibniz.compiler.semantics.Repetition;
import dev.leibniz.compiler.semantics.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns of a {@code for} that can be one loop, and what that loop computes. */
final class Roll {
    /** Fewer turns are left as they are: they are fused with each other where they meet. */
    static final int LEAST = 8;

    private final Source source;
    private final Repetition repetition;
    private final int from;
    private final int to;
    private final Turns turns;
    private final Lanes lanes;

    /** The variables handed from turn to turn, and what each turn leaves in them. */
    private final Map<Integer, Lane> carries = new LinkedHashMap<>();

    /** What the states of the turns' own become, by the states. */
    private final Map<List<Value>, Lane> next = new LinkedHashMap<>();

    private final List<Stack> stacks = new ArrayList<>();

    private Roll(Source source, Repetition repetition, int from, int to) {
        this.source = source;
        this.repetition = repetition;
        this.from = from;
        this.to = to;
        this.turns = new Turns(variable(), Size.ZERO, Size.of(to - from), false, false);
        this.lanes = new Lanes(repetition.boundaries().subList(from, to + 1), turns.size());
    }

    /** The turns of a repetition that can be one loop: all, or all but the first, the last, or both. */
    static Optional<Roll> of(Source source, Repetition repetition) {
        for (int spare = 0; spare <= 2; spare++) {
            for (int from = 0; from <= Math.min(spare, 1); from++) {
                int to = repetition.turns() - (spare - from);
                if (to - from >= LEAST && to >= repetition.turns() - 1) {
                    Roll roll = new Roll(source, repetition, from, to);
                    try {
                        roll.find();
                        return Optional.of(roll);
                    } catch (Lanes.Irregular e) {
                        // perhaps fewer turns do
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The variable of the source, or another name if something else has that one. */
    private String variable() {
        Set<String> taken = new HashSet<>();
        source.network().sizes().stream().map(FreeSize::name).forEach(taken::add);
        List<Repetition.Boundary> boundaries = repetition.boundaries();
        int end = boundaries.get(boundaries.size() - 1).start();
        source.network()
                .graph()
                .values()
                .subList(boundaries.get(0).start(), end)
                .forEach(value -> variables(value, taken));
        String name = repetition.variable();
        for (int number = 2; taken.contains(name); number++) {
            name = repetition.variable() + number;
        }
        return name;
    }

    private static void variables(Value value, Set<String> into) {
        if (value.op() instanceof Scan scan) {
            into.add(scan.turns().variable());
            scan.body().graph().values().forEach(inner -> variables(inner, into));
        }
    }

    // -- what the loop computes

    private void find() throws Lanes.Irregular {
        int variables = repetition.boundaries().get(0).variables().size();
        for (int k = 0; k < variables; k++) {
            Optional<List<Value>> left = lanes.variables(k, 1);
            if (left.isPresent() && lanes.isOwn(left.get())) {
                lanes.find(left.get());
            }
        }
        findStates();
        boolean grows = true;
        while (grows) {
            grows = findCarries();
        }
        if (lanes.computed().isEmpty() || carries.isEmpty() && next.isEmpty()) {
            throw new Lanes.Irregular();
        }
        for (Lane.Stacked lane : lanes.stacks()) {
            Stack stack = Stack.of(lane.leaves(), source).orElseThrow(Lanes.Irregular::new);
            stacks.add(stack);
        }
        if (stacks.stream().flatMap(stack -> stack.leaves().stream()).distinct().count()
                != (long) stacks.size() * lanes.turns()) {
            throw new Lanes.Irregular();
        }
        refuseGradients();
    }

    /** What turns read of variables they must leave there. */
    private boolean findCarries() throws Lanes.Irregular {
        int before = carries.size();
        for (Lane.Computed lane : List.copyOf(lanes.computed())) {
            for (Lane operand : lane.operands()) {
                if (operand instanceof Lane.Carried carried && !carries.containsKey(carried.variable())) {
                    List<Value> left = lanes.variables(carried.variable(), 1).orElseThrow(Lanes.Irregular::new);
                    carries.put(carried.variable(), lanes.find(left));
                }
            }
        }
        for (Lane left : List.copyOf(carries.values())) {
            if (left instanceof Lane.Carried carried && !carries.containsKey(carried.variable())) {
                throw new Lanes.Irregular();
            }
        }
        return carries.size() > before;
    }

    private void findStates() throws Lanes.Irregular {
        List<List<State>> byTurn = new ArrayList<>();
        for (int k = from; k < to; k++) {
            int low = repetition.boundaries().get(k).start();
            int high = repetition.boundaries().get(k + 1).start();
            byTurn.add(source.network().states().stream()
                    .filter(state -> state.leaf().id() >= low && state.leaf().id() < high)
                    .toList());
        }
        for (int m = 0; m < byTurn.get(0).size(); m++) {
            List<Value> leaves = new ArrayList<>();
            List<Value> becomes = new ArrayList<>();
            for (List<State> ofTurn : byTurn) {
                if (ofTurn.size() != byTurn.get(0).size()) {
                    throw new Lanes.Irregular();
                }
                leaves.add(ofTurn.get(m).leaf());
                ofTurn.get(m).next().ifPresent(becomes::add);
            }
            if (becomes.size() == leaves.size() && lanes.isOwn(becomes)) {
                lanes.find(leaves);
                next.put(leaves, lanes.find(becomes));
            } else if (!becomes.isEmpty()) {
                throw new Lanes.Irregular();
            }
        }
    }

    /** A gradient follows paths through the graph, which a loop would hide. */
    private void refuseGradients() throws Lanes.Irregular {
        Set<Value> inside = new HashSet<>();
        lanes.computed().forEach(lane -> inside.addAll(lane.values()));
        stacks.forEach(stack -> inside.addAll(stack.leaves()));
        for (Value value : source.gradients()) {
            if (inside.contains(value) || inside.contains(((Gradient) value.op()).x())) {
                throw new Lanes.Irregular();
            }
        }
    }

    // -- what it found

    Turns turns() {
        return turns;
    }

    List<Lane.Computed> computed() {
        return lanes.computed();
    }

    /** The variables that are carried, and what a turn leaves in each. */
    Map<Integer, Lane> carries() {
        return carries;
    }

    Map<List<Value>, Lane> next() {
        return next;
    }

    List<Stack> stacks() {
        return stacks;
    }

    /** The stack of these parameters or states. */
    Stack stack(List<Value> leaves) {
        return stacks.stream()
                .filter(stack -> stack.leaves().equals(leaves))
                .findFirst()
                .orElseThrow();
    }

    /** What a carried variable is at first. */
    Value initial(int variable) {
        return repetition.boundaries().get(from).variables().get(variable).orElseThrow();
    }

    /** The least id of the values of the turns. */
    int start() {
        return repetition.boundaries().get(from).start();
    }

    /** Whether the other variant of the network has the same turns as a loop over the same parameters and states. */
    boolean matches(Roll other) {
        return from == other.from
                && to == other.to
                && turns.variable().equals(other.turns.variable())
                && paths().equals(other.paths());
    }

    private Set<String> paths() {
        return stacks.stream().map(Stack::path).collect(Collectors.toSet());
    }

    /** Where in its turn's loop a value of the graph is: of which lane, in which turn. */
    record Place(Roll roll, Lane.Computed lane, int turn) {}

    Map<Value, Place> places() {
        Map<Value, Place> places = new HashMap<>();
        for (Lane.Computed lane : lanes.computed()) {
            for (int k = 0; k < lane.values().size(); k++) {
                places.putIfAbsent(lane.values().get(k), new Place(this, lane, k));
            }
        }
        return places;
    }
}
