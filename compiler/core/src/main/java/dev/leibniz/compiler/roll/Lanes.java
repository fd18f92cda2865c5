package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Draw;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.semantics.Repetition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at all turns of a range at once, from results to operands, as long as they compute the same. */
final class Lanes {
    /** Turns differ, so they are no loop. */
    static final class Irregular extends Exception {
        private static final long serialVersionUID = 1;

        Irregular() {
            super("the turns differ", null, false, false);
        }
    }

    private final Size turn;
    private final List<Repetition.Boundary> boundaries;
    private final Map<List<Value>, Integer> variables = new HashMap<>();
    private final Map<List<Value>, Lane> known = new HashMap<>();
    private final List<Lane.Computed> computed = new ArrayList<>();
    private final Map<List<Value>, Lane.Stacked> stacks = new LinkedHashMap<>();

    /**
     * @param boundaries of the turns of the range, so one more than there are turns
     * @param turn the loop's variable, from 0 on
     */
    Lanes(List<Repetition.Boundary> boundaries, Size turn) {
        this.boundaries = boundaries;
        this.turn = turn;
        for (int k = 0; k < boundaries.get(0).variables().size(); k++) {
            int variable = k;
            variables(k, 0).ifPresent(lane -> variables.putIfAbsent(lane, variable));
        }
    }

    int turns() {
        return boundaries.size() - 1;
    }

    /** What a variable is as each turn begins (0) or ends (1); empty if some of these are not needed by anything. */
    Optional<List<Value>> variables(int variable, int behind) {
        List<Value> values = new ArrayList<>();
        for (int k = 0; k < turns(); k++) {
            boundaries.get(k + behind).variables().get(variable).ifPresent(values::add);
        }
        return values.size() == turns() ? Optional.of(values) : Optional.empty();
    }

    /** Whether the values are computed each by its own turn. */
    boolean isOwn(List<Value> values) {
        for (int k = 0; k < values.size(); k++) {
            int id = values.get(k).id();
            if (id < boundaries.get(k).start() || id >= boundaries.get(k + 1).start()) {
                return false;
            }
        }
        return true;
    }

    /** What the turns compute, operands first. */
    List<Lane.Computed> computed() {
        return computed;
    }

    /** The parameters and states of the turns' own that they read. */
    Iterable<Lane.Stacked> stacks() {
        return stacks.values();
    }

    /** Finds what the body computes in the place of the values of all turns. */
    Lane find(List<Value> wanted) throws Irregular {
        Deque<List<Value>> open = new ArrayDeque<>();
        open.push(wanted);
        while (!open.isEmpty()) {
            List<Value> values = open.peek();
            if (known.containsKey(values)) {
                open.pop();
                continue;
            }
            Optional<Lane> given = given(values);
            if (given.isPresent()) {
                known.put(values, given.get());
                continue;
            }
            List<List<Value>> operands = operands(values);
            List<List<Value>> missing =
                    operands.stream().filter(lane -> !known.containsKey(lane)).toList();
            missing.forEach(open::push);
            if (missing.isEmpty()) {
                List<Lane> found = operands.stream().map(known::get).toList();
                Lane.Computed lane = new Lane.Computed(values, operation(values), found);
                computed.add(lane);
                known.put(values, lane);
            }
        }
        return known.get(wanted);
    }

    /** What a turn is given rather than computes. */
    private Optional<Lane> given(List<Value> values) {
        Value first = values.get(0);
        Integer variable = variables.get(values);
        if (values.stream().allMatch(value -> value == first)) {
            return Optional.of(new Lane.Shared(first));
        } else if (variable != null) {
            return Optional.of(new Lane.Carried(variable));
        } else if (values.stream().allMatch(Lanes::isKept)) {
            Lane.Stacked stack = new Lane.Stacked(values);
            stacks.put(values, stack);
            return Optional.of(stack);
        }
        return Optional.empty();
    }

    private static boolean isKept(Value value) {
        return value.op() instanceof Leaf leaf
                && (leaf.kind() == Leaf.Kind.PARAMETER || leaf.kind() == Leaf.Kind.STATE);
    }

    private List<List<Value>> operands(List<Value> values) throws Irregular {
        if (!isOwn(values)) {
            throw new Irregular();
        }
        int count = values.get(0).op().operands().size();
        for (Value value : values) {
            if (value.op().operands().size() != count) {
                throw new Irregular();
            }
        }
        List<List<Value>> operands = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int operand = k;
            operands.add(values.stream()
                    .map(value -> value.op().operands().get(operand))
                    .toList());
        }
        return operands;
    }

    private Op operation(List<Value> values) throws Irregular {
        Op first = values.get(0).op();
        if (first instanceof Draw draw) {
            return draw(draw, values);
        }
        for (Value value : values) {
            if (!Alike.operations(first, value.op())) {
                throw new Irregular();
            }
        }
        return first;
    }

    /** A draw of each turn, if their numbers grow by the same from turn to turn. */
    private Op draw(Draw first, List<Value> values) throws Irregular {
        if (!(values.get(1).op() instanceof Draw second)) {
            throw new Irregular();
        }
        Size stride = second.number().minus(first.number());
        Size number = first.number();
        for (Value value : values) {
            Draw expected = new Draw(first.key(), first.distribution(), number, first.first(), first.shape());
            if (!value.op().equals(expected)) {
                throw new Irregular();
            }
            number = number.plus(stride);
        }
        Size ofTurn = first.number().plus(stride.times(turn));
        return new Draw(first.key(), first.distribution(), ofTurn, first.first(), first.shape());
    }
}
