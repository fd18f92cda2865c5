package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Scan;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A copy of a graph with what is needed alone and with final names of leaves.
 *
 * @param values where each value that was needed is now
 */
record FinalGraph(Graph graph, Map<Value, Value> values) {
    static FinalGraph of(Graph draft, Collection<Value> roots, Map<Value, String> names) {
        Graph graph = new Graph();
        Map<Value, Value> values = new HashMap<>();
        for (Value value : draft.reachable(roots)) {
            Op op = value.op() instanceof Leaf leaf && names.containsKey(value)
                    ? new Leaf(leaf.kind(), names.getOrDefault(value, leaf.name()), leaf.type())
                    : value.op()
                            .withOperands(value.op().operands().stream()
                                    .map(values::get)
                                    .toList());
            Value copy = graph.add(op, value.origin());
            values.put(value, copy);
            draft.nameOf(value).ifPresent(name -> graph.name(copy, name));
            if (copy.op() instanceof Scan scan) {
                scan.nameGiven(graph);
            }
        }
        return new FinalGraph(graph, values);
    }

    Value of(Value value) {
        Value copy = values.get(value);
        if (copy == null) {
            throw new IllegalArgumentException(value + " was not needed");
        }
        return copy;
    }
}
