package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Dependencies;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScanResult;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pass that takes out of loops what nobody needs: results without a reader, carries that only they depend on, carries that no turn changes, and what is read
 * from outside but is one number, or is read twice.
 */
public final class PruneScans {
    private PruneScans() {}

    /** The program with smaller loops. */
    public static Program run(Program program) {
        List<Value> values = program.graph().reachable(program.roots());
        if (values.stream().noneMatch(value -> value.op() instanceof Scan)) {
            return program;
        }
        Map<Value, Set<Integer>> used = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof ScanResult result) {
                used.computeIfAbsent(result.scan(), scan -> new HashSet<>()).add(result.number());
            }
        }
        Graph graph = new Graph();
        Copier copier = new Copier(program.graph(), graph);
        Map<Value, Pruned> loops = new HashMap<>();
        for (Value value : values) {
            if (value.op() instanceof Scan scan) {
                List<Value> operands = scan.operands().stream().map(copier::get).toList();
                loops.put(value, pruned(value, scan, used.get(value), operands, graph));
            } else if (value.op() instanceof ScanResult result) {
                copier.replace(value, loops.get(result.scan()).results().get(result.number()));
            } else {
                copier.copy(value);
            }
        }
        return new Program(graph, program.roots().stream().map(copier::get).toList());
    }

    /** What stands for each result of a loop. */
    private record Pruned(Map<Integer, Value> results) {}

    private static Pruned pruned(Value value, Scan scan, Set<Integer> used, List<Value> operands, Graph graph) {
        Body body = scan.body();
        Set<Integer> live = Dependencies.live(body, used);
        List<Integer> carries = live.stream()
                .filter(k -> k < scan.carries() && !isConstant(body, k))
                .sorted()
                .toList();
        List<Integer> collected =
                live.stream().filter(k -> k >= scan.carries()).sorted().toList();
        List<Integer> kept = new ArrayList<>(carries);
        kept.addAll(collected);

        Program turn = run(
                new Program(body.graph(), kept.stream().map(body.results()::get).toList()));
        Graph within = new Graph();
        Copier copier = new Copier(turn.graph(), within);
        List<Value> newOperands =
                new ArrayList<>(carries.stream().map(operands::get).toList());
        Map<Value, Integer> outside = new HashMap<>();
        for (Value v : turn.graph().reachable(turn.roots())) {
            if (!(v.op() instanceof Given given)) {
                copier.copy(v);
            } else if (carries.contains(given.position())) {
                Given renumbered = new Given(0, carries.indexOf(given.position()), given.type());
                copier.replace(v, within.add(renumbered, v.origin()));
            } else {
                Value operand = operands.get(given.position());
                copier.replace(v, outside(v, operand, newOperands, outside, graph, within));
            }
        }
        Map<Integer, Value> results = new HashMap<>();
        for (int k = 0; k < scan.carries(); k++) {
            results.put(k, operands.get(k));
        }
        if (!kept.isEmpty()) {
            Body smaller = new Body(
                    within,
                    carries.size(),
                    turn.roots().stream().map(copier::get).toList());
            Value loop = graph.add(new Scan(smaller, scan.turns(), newOperands), value.origin());
            for (int k = 0; k < kept.size(); k++) {
                results.put(kept.get(k), graph.add(new ScanResult(loop, k), value.origin()));
            }
        }
        return new Pruned(results);
    }

    /** Whether no turn changes the carry. */
    private static boolean isConstant(Body body, int carry) {
        return body.results().get(carry).op() instanceof Given given && given.position() == carry;
    }

    /** What stands in the body for something outside: itself if it is one number, else what the turns are given. */
    private static Value outside(
            Value v, Value operand, List<Value> operands, Map<Value, Integer> known, Graph graph, Graph within) {
        Value number = operand.op() instanceof Broadcast broadcast ? broadcast.x() : operand;
        if (number.op() instanceof Constant || number.op() instanceof SizeOf) {
            return new Copier(graph, within).copy(List.of(operand)).get(0);
        }
        int position = known.computeIfAbsent(operand, o -> {
            operands.add(o);
            return operands.size() - 1;
        });
        return within.add(new Given(0, position, v.type()), v.origin());
    }
}
