package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Scan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chain rule, from the operands forwards: the tangent of a value is the product of its local derivatives with its operands' tangents. */
public final class ForwardMode {
    private ForwardMode() {}

    /**
     * The product of y's Jacobian with the given tangents.
     *
     * @param tangents of some values, each of the value's shape; those not mentioned are zero
     * @return the tangent of y, of its shape; empty if it is zero
     */
    public static Optional<Value> tangent(Graph graph, Value y, Map<Value, Value> tangents) {
        return tangents(graph, List.of(y), tangents).get(0);
    }

    /** The same for several ys. */
    static List<Optional<Value>> tangents(Graph graph, List<Value> ys, Map<Value, Value> tangents) {
        Map<Value, Value> known = new HashMap<>(tangents);
        for (Value value : graph.reachable(ys)) {
            if (value.op() instanceof Scan) {
                known.putAll(TangentScan.tangents(value, known, new Builder(graph, value.origin())));
                continue;
            }
            boolean moves = value.op().operands().stream().anyMatch(known::containsKey);
            if (!known.containsKey(value) && moves && value.type().isFloat()) {
                Builder g = new Builder(graph, value.origin());
                ((Operation) value.op())
                        .jvp(value, operand -> Optional.ofNullable(known.get(operand)), g)
                        .ifPresent(tangent -> known.put(value, g.broadcast(tangent, value.shape())));
            }
        }
        return ys.stream().map(y -> Optional.ofNullable(known.get(y))).toList();
    }
}
