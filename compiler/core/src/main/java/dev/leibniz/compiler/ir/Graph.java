package dev.leibniz.compiler.ir;

import dev.leibniz.compiler.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A growing, interned set of values. Asking twice for the same operation on the same operands gives the same value, so common subexpressions never
 * arise; values never change.
 */
public final class Graph {
    private final List<Value> values = new ArrayList<>();
    private final Map<Op, Value> interned = new HashMap<>();
    private final Map<Value, String> names = new IdentityHashMap<>();

    /** The value that {@code op} computes; a new one remembers {@code origin}. */
    public Value add(Op op, Span origin) {
        Value known = interned.get(op);
        if (known != null) {
            return known;
        }
        for (Value operand : op.operands()) {
            if (operand.id() >= values.size() || values.get(operand.id()) != operand) {
                throw new IllegalArgumentException("operand " + operand + " belongs to another graph");
            }
        }
        Value value = new Value(values.size(), op, op.infer(), origin);
        values.add(value);
        interned.put(op, value);
        return value;
    }

    /** Gives a value the name it has in `.nn` source; the first name stays. */
    public void name(Value value, String name) {
        names.putIfAbsent(value, name);
    }

    public Optional<String> nameOf(Value value) {
        return Optional.ofNullable(names.get(value));
    }

    /** All values, operands before users. */
    public List<Value> values() {
        return Collections.unmodifiableList(values);
    }

    /** The values that {@code roots} depend on, roots included, operands before users. */
    public List<Value> reachable(Collection<Value> roots) {
        BitSet live = new BitSet(values.size());
        roots.forEach(root -> live.set(root.id()));
        List<Value> reached = new ArrayList<>();
        for (int id = live.length() - 1; id >= 0; id--) {
            if (live.get(id)) {
                Value value = values.get(id);
                reached.add(value);
                value.op().operands().forEach(operand -> live.set(operand.id()));
            }
        }
        Collections.reverse(reached);
        return reached;
    }
}
