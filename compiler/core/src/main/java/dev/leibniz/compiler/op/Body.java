package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one turn of a loop computes: a closed graph over what the turn is given. Identity equality. Like a graph it grows: a derivative keeps what it will need of
 * each turn by making it one more result.
 */
public final class Body {
    private final Graph graph;
    private final int carries;
    private final List<Value> results;

    /**
     * @param carries how many values go from turn to turn
     * @param results their next values, then the values to collect
     */
    public Body(Graph graph, int carries, List<Value> results) {
        this.graph = graph;
        this.carries = carries;
        this.results = new ArrayList<>(results);
    }

    public Graph graph() {
        return graph;
    }

    public int carries() {
        return carries;
    }

    public List<Value> results() {
        return Collections.unmodifiableList(results);
    }

    /** The next values of the carries. */
    public List<Value> next() {
        return results().subList(0, carries);
    }

    /** What is collected, one value a turn. */
    public List<Value> collected() {
        return results().subList(carries, results.size());
    }

    /** The value that the turn is given at a position. */
    public Value given(int position, TensorType type) {
        return graph.add(new Given(0, position, type), results.get(0).origin());
    }

    /** The number of the result that collects a value; a new one if it is not collected yet. */
    public int collect(Value value) {
        int known = collected().indexOf(value);
        if (known >= 0) {
            return carries + known;
        }
        results.add(value);
        return results.size() - 1;
    }

    /** Whether some value changes with the variable of a loop, its own or one around. */
    public boolean mentions(String turn) {
        return graph.reachable(results).stream().anyMatch(value -> value.op().mentions(turn));
    }
}
