package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.TensorType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.StopGradient;
import dev.leibniz.compiler.op.Subtract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The primal values of a loop's turn, in the graph in which the turn of its derivative is made. What the derivative reads of them in the end is a residual: the
 * primal loop collects it. Views, and cheap arithmetic on other residuals, are computed again.
 */
final class Primal {
    /** Marks what the primal's turn is given, as long as both turns share a graph. */
    private static final int PRIMAL = 1;

    private final Value value;
    private final Scan scan;
    private final Graph graph;
    private final List<Value> results = new ArrayList<>();
    private final Map<Value, Value> originals = new HashMap<>();
    private final int end;

    /** Copies the body of {@code value}, a loop, into {@code graph}. */
    Primal(Value value, Graph graph) {
        this.value = value;
        this.scan = (Scan) value.op();
        this.graph = graph;
        Graph body = scan.body().graph();
        Copier copier = new Copier(body, graph);
        for (Value original : body.reachable(scan.body().results())) {
            Value copy = original.op() instanceof Given given
                    ? copier.replace(original, given(given.position(), given.type()))
                    : copier.copy(original);
            originals.putIfAbsent(copy, original);
        }
        scan.body().results().forEach(result -> results.add(copier.get(result)));
        this.end = graph.values().size();
    }

    /** A result of the turn. */
    Value result(int number) {
        return results.get(number);
    }

    /** All results of the turn. */
    List<Value> results() {
        return List.copyOf(results);
    }

    /** What the turn is given. */
    Value given(int position, TensorType type) {
        return graph.add(new Given(PRIMAL, position, type), value.origin());
    }

    /** What the turn calls a value that it is given. */
    Optional<String> name(int position) {
        Body body = scan.body();
        return body.graph()
                .nameOf(body.given(position, scan.operands().get(position).type()));
    }

    private boolean isPrimal(Value v) {
        return v.id() < end
                || v.op() instanceof Given given && given.loop() == PRIMAL
                || v.op() instanceof ScanResult result && isPrimal(result.scan());
    }

    // -- residuals

    /** A graph without primal values, and what it reads from outside. */
    record Closed(Graph graph, List<Value> results, List<Value> outside) {}

    /**
     * The same results with every primal value read from what the primal loop has collected.
     *
     * @param carries how many carries the derivative has
     * @param known what it reads from outside so far, in order behind the carries
     * @param g makes values around the loops
     */
    Closed close(List<Value> roots, int carries, List<Value> known, Builder g) {
        Set<Value> needed = needed(roots);
        Set<Value> residuals = residuals(needed);
        Graph closed = new Graph();
        Copier copier = new Copier(graph, closed);
        List<Value> outside = new ArrayList<>(known);
        for (Value v : graph.reachable(roots)) {
            if (isPrimal(v) && !needed.contains(v)) {
                continue;
            }
            boolean invariant =
                    v.op() instanceof Given given && given.loop() == PRIMAL && given.position() >= scan.carries();
            if (!invariant && !residuals.contains(v)) {
                copier.copy(v);
                continue;
            }
            Value source = invariant ? scan.operands().get(((Given) v.op()).position()) : collected(v, g);
            Value given = closed.add(new Given(0, carries + outside.size(), source.type()), v.origin());
            graph.nameOf(v).ifPresent(name -> closed.name(given, invariant ? name : name + ending(v)));
            outside.add(source);
            copier.replace(v, invariant ? given : new Builder(closed, v.origin()).ofTurn(given, scan.turns()));
        }
        return new Closed(closed, roots.stream().map(copier::get).toList(), outside);
    }

    /** All turns' values, one more result of the primal loop. */
    private Value collected(Value residual, Builder g) {
        Value collected = g.result(value, scan.body().collect(original(residual)));
        graph.nameOf(residual).ifPresent(name -> g.graph().name(collected, name + ending(residual)));
        return collected;
    }

    /** Tells the value of a carry as a turn begins from what the turn makes of it, which has the same name. */
    private static String ending(Value residual) {
        return residual.op() instanceof Given ? "Before" : "Kept";
    }

    private Value original(Value copy) {
        Value known = originals.get(copy);
        if (known != null) {
            return known;
        } else if (copy.op() instanceof ScanResult result) {
            ScanResult op = new ScanResult(original(result.scan()), result.number());
            return scan.body().graph().add(op, copy.origin());
        }
        Given given = (Given) copy.op();
        return scan.body().given(given.position(), given.type());
    }

    /** The primal values that the derivative reads, and those behind views. */
    private Set<Value> needed(List<Value> roots) {
        List<Value> values = graph.reachable(roots);
        Set<Value> needed = new HashSet<>();
        roots.stream().filter(this::isPrimal).forEach(needed::add);
        for (int k = values.size() - 1; k >= 0; k--) {
            Value v = values.get(k);
            if (!isPrimal(v) || needed.contains(v) && isComputedAgain(v)) {
                v.op().operands().stream().filter(this::isPrimal).forEach(needed::add);
            }
        }
        return needed;
    }

    /** Views, which cost nothing, and all that the loop does not want kept but the values of carries. */
    private boolean isComputedAgain(Value v) {
        return scan.turns().recomputed() && !(v.op() instanceof Given)
                || v.op() instanceof Pin
                || v.op() instanceof StopGradient
                || v.op() instanceof Pointwise && !(v.op() instanceof Elementwise);
    }

    private Set<Value> residuals(Set<Value> needed) {
        Set<Value> residuals = new HashSet<>();
        for (Value v : graph.values()) {
            boolean invariant = v.op() instanceof Given given && given.position() >= scan.carries();
            if (!needed.contains(v) || invariant || isComputedAgain(v)) {
                continue;
            }
            boolean again = isCheap(v)
                    && v.op().operands().stream()
                            .allMatch(operand -> needed.contains(operand) || operand.op() instanceof Constant);
            if (again) {
                needed.addAll(v.op().operands());
            } else {
                residuals.add(v);
            }
        }
        return residuals;
    }

    private static boolean isCheap(Value v) {
        return v.op() instanceof Add
                || v.op() instanceof Subtract
                || v.op() instanceof Multiply
                || v.op() instanceof Negate;
    }
}
