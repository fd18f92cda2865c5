package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.Turns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of what turns are given of which each turn reads its own and no other: {@code x[:, t]} where nothing else reads x, and T turns are all of it. */
final class TurnSlices {
    private final Turns turns;
    private final Map<Value, Value> slices = new HashMap<>();
    private final Set<Value> otherwise = new HashSet<>();

    /** @param results those of a turn's graph */
    TurnSlices(Graph graph, List<Value> results, Turns turns) {
        this.turns = turns;
        otherwise.addAll(results);
        for (Value value : graph.reachable(results)) {
            for (Value operand : value.op().operands()) {
                if (operand.op() instanceof Given) {
                    boolean only = isOwn(value) && slices.putIfAbsent(operand, value) == null;
                    if (!only) {
                        otherwise.add(operand);
                    }
                }
            }
        }
    }

    private boolean isOwn(Value value) {
        return value.op() instanceof Slice slice
                && slice.start().equals(turns.position())
                && slice.count().equals(Size.ONE)
                && slice.x().shape().get(slice.axis()).equals(turns.count());
    }

    /** The part that a turn reads of what it is given; empty if it reads something else as well. */
    Optional<Value> of(Value given) {
        return otherwise.contains(given) ? Optional.empty() : Optional.ofNullable(slices.get(given));
    }
}
