package dev.leibniz.compiler.ir;

import dev.leibniz.compiler.source.CompilationFailed;
import dev.leibniz.compiler.source.Diagnostic;
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
    private final int most;
    private final List<Value> values = new ArrayList<>();
    private final Map<Op, Value> interned = new HashMap<>();
    private final Map<Value, String> names = new IdentityHashMap<>();

    public Graph() {
        this(Integer.MAX_VALUE);
    }

    /** A graph for at most so many values, where a short program may ask for very many. */
    public Graph(int most) {
        this.most = most;
    }

    /**
     * The value that {@code op} computes; a new one remembers {@code origin}.
     *
     * @throws CompilationFailed if the graph is full
     */
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
        if (values.size() >= most) {
            throw tooMany(origin, most);
        }
        Value value = new Value(values.size(), op, op.infer(), origin);
        values.add(value);
        interned.put(op, value);
        return value;
    }

    /** What to throw if a network computes too much, at the place that is one value too many. */
    public static CompilationFailed tooMany(Span at, int most) {
        return new CompilationFailed(List.of(Diagnostic.error(
                        "too-large",
                        at,
                        "with this the network computes more than " + most
                                + " values, those of its derivatives included")
                .help("repeat layers in a `for` of 8 or more turns that are alike: such a loop stays one")));
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
