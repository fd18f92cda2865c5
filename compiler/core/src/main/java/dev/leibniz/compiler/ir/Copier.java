package dev.leibniz.compiler.ir;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies values from one graph into another, operands first, each once. Names and origins go along. A replacement may stand for any value: whatever is copied
 * after it uses the replacement.
 */
public final class Copier {
    private final Graph from;
    private final Graph to;
    private final Map<Value, Value> copies = new HashMap<>();

    public Copier(Graph from, Graph to) {
        this.from = from;
        this.to = to;
    }

    /** Copies what {@code roots} depend on and gives the roots' copies in order. */
    public List<Value> copy(Collection<Value> roots) {
        from.reachable(roots).forEach(this::copy);
        return roots.stream().map(copies::get).toList();
    }

    /** The copy of one value whose operands have copies already. */
    public Value copy(Value value) {
        Value known = copies.get(value);
        if (known != null) {
            return known;
        }
        return replace(value, to.add(operation(value), value.origin()));
    }

    /** The value's operation on the copies of its operands. */
    public Op operation(Value value) {
        List<Value> operands = value.op().operands();
        return operands.isEmpty()
                ? value.op()
                : value.op().withOperands(operands.stream().map(this::get).toList());
    }

    /** Lets a value of the new graph stand for one of the old; it gets the name if it has none. */
    public Value replace(Value value, Value replacement) {
        copies.put(value, replacement);
        from.nameOf(value).ifPresent(name -> to.name(replacement, name));
        return replacement;
    }

    /** What stands for a value in the new graph. */
    public Value get(Value value) {
        Value copy = copies.get(value);
        if (copy == null) {
            throw new IllegalStateException("not copied yet: " + value);
        }
        return copy;
    }
}
