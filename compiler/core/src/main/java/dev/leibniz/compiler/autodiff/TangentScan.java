package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forward derivative of a loop: a loop over the same turns that carries the primal's carries and their tangents. */
final class TangentScan {
    private TangentScan() {}

    /**
     * The tangents of a loop's results, which may be zero.
     *
     * @param known the tangents of its operands, those that are not zero
     * @param g makes values around the loop
     */
    static Map<Value, Value> tangents(Value value, Map<Value, Value> known, Builder g) {
        Scan scan = (Scan) value.op();
        if (scan.operands().stream().noneMatch(known::containsKey)) {
            return Map.of();
        }
        int carries = scan.carries();
        List<Integer> moving = new ArrayList<>();
        List<Value> initial = new ArrayList<>(scan.operands().subList(0, carries));
        List<Value> outside =
                new ArrayList<>(scan.operands().subList(carries, scan.operands().size()));
        for (int k = 0; k < scan.operands().size(); k++) {
            Value operand = scan.operands().get(k);
            if (k < carries && operand.type().isFloat()) {
                moving.add(k);
                initial.add(known.containsKey(operand) ? known.get(operand) : g.broadcast(g.zero(), operand.shape()));
            }
        }
        int shift = moving.size();
        for (int k = carries; k < scan.operands().size(); k++) {
            if (known.containsKey(scan.operands().get(k))) {
                moving.add(k);
                outside.add(known.get(scan.operands().get(k)));
            }
        }

        Graph graph = new Graph();
        Copier copier = new Copier(scan.body().graph(), graph);
        Builder within = new Builder(graph, g.origin());
        for (Value original : scan.body().graph().reachable(scan.body().results())) {
            if (original.op() instanceof Given given) {
                int position = given.position() < carries ? given.position() : given.position() + shift;
                copier.replace(original, within.add(new Given(0, position, given.type())));
            } else {
                copier.copy(original);
            }
        }
        Map<Value, Value> tangents = new HashMap<>();
        for (int k = 0; k < moving.size(); k++) {
            Value operand = scan.operands().get(moving.get(k));
            int from = moving.get(k) < carries ? moving.get(k) : moving.get(k) + shift;
            int to = k < shift ? carries + k : scan.operands().size() + k;
            tangents.put(within.add(new Given(0, from, operand.type())), within.add(new Given(0, to, operand.type())));
        }

        List<Value> primal = scan.body().results().stream().map(copier::get).toList();
        List<Optional<Value>> moved = ForwardMode.tangents(graph, primal, tangents);
        List<Value> results = new ArrayList<>(primal.subList(0, carries));
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (int k = 0; k < primal.size(); k++) {
            Value of = primal.get(k);
            if (of.type().isFloat() && (k < carries || moved.get(k).isPresent())) {
                numbers.put(k, results.size());
                results.add(moved.get(k).orElseGet(() -> within.broadcast(within.zero(), of.shape())));
            }
        }
        List<Value> operands = new ArrayList<>(initial);
        operands.addAll(outside);
        Value dual = g.scan(new Body(graph, carries + shift, results), scan.turns(), operands);
        Map<Value, Value> found = new HashMap<>();
        numbers.forEach((of, number) -> found.put(g.result(value, of), g.result(dual, number)));
        return found;
    }
}
