package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What values depend on: a result of a loop on no more of the loop's operands than its own turns need, unlike the loop as a whole. */
public final class Dependencies {
    private Dependencies() {}

    /** The values that roots depend on, themselves included; loops are left out, their results are not. */
    private static Set<Value> of(Collection<Value> roots) {
        Set<Value> found = new LinkedHashSet<>(roots);
        Deque<Value> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (Value operand : operands(open.pop())) {
                if (found.add(operand)) {
                    open.add(operand);
                }
            }
        }
        return found;
    }

    private static List<Value> operands(Value value) {
        if (!(value.op() instanceof ScanResult result)) {
            return value.op().operands();
        }
        Scan scan = (Scan) result.scan().op();
        return givens(scan.body(), Set.of(result.number())).stream()
                .map(scan.operands()::get)
                .toList();
    }

    /** Some results of a loop, and the carries that they depend on, in the same turn or a later one. */
    public static Set<Integer> live(Body body, Set<Integer> results) {
        Set<Integer> live = new HashSet<>(results);
        givens(body, results).stream().filter(given -> given < body.carries()).forEach(live::add);
        return live;
    }

    /** The operands of a loop that some of its results depend on, in the same turn or through carries; a carry among them is also one of the results. */
    private static Set<Integer> givens(Body body, Set<Integer> results) {
        Set<Integer> givens = new LinkedHashSet<>();
        Set<Integer> seen = new HashSet<>(results);
        Deque<Integer> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            for (Value value : of(List.of(body.results().get(open.pop())))) {
                if (value.op() instanceof Given given) {
                    givens.add(given.position());
                    if (given.position() < body.carries() && seen.add(given.position())) {
                        open.add(given.position());
                    }
                }
            }
        }
        return givens;
    }
}
