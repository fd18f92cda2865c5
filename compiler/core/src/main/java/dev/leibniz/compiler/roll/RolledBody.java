package dev.leibniz.compiler.roll;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a loop, made from what its turns have in common. */
final class RolledBody {
    private final Roll roll;
    private final Graph from;
    private final Graph graph = new Graph();
    private final Map<Lane, Value> values = new IdentityHashMap<>();
    private final List<Integer> carried;
    private final List<Lane> outside = new ArrayList<>();
    private final Body body;

    RolledBody(Roll roll, Graph from) {
        this.roll = roll;
        this.from = from;
        this.carried = List.copyOf(roll.carries().keySet());
        for (Lane.Computed lane : roll.computed()) {
            List<Value> operands = lane.operands().stream().map(this::of).toList();
            Value first = lane.values().get(0);
            values.put(lane, add(lane.operation().withOperands(operands), first));
        }
        List<Value> results = new ArrayList<>();
        carried.forEach(variable -> results.add(of(roll.carries().get(variable))));
        roll.next().values().forEach(lane -> results.add(of(lane)));
        this.body = new Body(graph, carried.size(), results);
    }

    Body body() {
        return body;
    }

    /** What the loop reads behind its carries: what all turns share, and stacks. */
    List<Lane> outside() {
        return outside;
    }

    /** Which number of the result has a carried variable at the end. */
    Optional<Integer> result(Lane.Computed lane) {
        for (int k = 0; k < carried.size(); k++) {
            if (roll.carries().get(carried.get(k)) == lane) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    /** The number of the result that collects a lane. */
    int collect(Lane lane) {
        return body.collect(values.get(lane));
    }

    private Value add(Op op, Value like) {
        Value value = graph.add(op, like.origin());
        from.nameOf(like).ifPresent(name -> graph.name(value, name));
        return value;
    }

    private Value of(Lane lane) {
        Value known = values.get(lane);
        if (known != null) {
            return known;
        }
        Value value = given(lane);
        values.put(lane, value);
        return value;
    }

    private Value given(Lane lane) {
        if (lane instanceof Lane.Carried variable) {
            Value initial = roll.initial(variable.variable());
            return add(new Given(0, carried.indexOf(variable.variable()), initial.type()), initial);
        } else if (lane instanceof Lane.Shared shared) {
            Value value = shared.value();
            return isUniform(value) ? copy(value) : given(lane, value.type(), value);
        }
        Stack stack = roll.stack(((Lane.Stacked) lane).leaves());
        Value first = stack.leaves().get(0);
        Value given = given(lane, stack.leaf().type(), first);
        return new Builder(graph, first.origin()).ofTurn(given, roll.turns());
    }

    private Value given(Lane lane, TensorType type, Value like) {
        Value given = graph.add(new Given(0, carried.size() + outside.size(), type), like.origin());
        outside.add(lane);
        return given;
    }

    /** Whether the value is one number, which costs nothing to have inside. */
    private static boolean isUniform(Value value) {
        Op op = value.op();
        return op instanceof Constant
                || op instanceof SizeOf
                || (op instanceof Broadcast || op instanceof Reshape)
                        && isUniform(op.operands().get(0));
    }

    private Value copy(Value value) {
        return add(
                value.op()
                        .withOperands(
                                value.op().operands().stream().map(this::copy).toList()),
                value);
    }
}
