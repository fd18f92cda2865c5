package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.RunningSums;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pass that computes behind a loop, for all turns at once, the contractions that no turn waits for: of {@code W̄ = W̄ + x[t]ᵀ @ δ}, a carry that only adds up, and
 * of {@code y = h @ V}, which is only collected, the turns collect δ and h, and one product over the rows of all turns is left. Nothing goes out of a checkpoint, a
 * loop of one turn, so that behind a loop in segments there is still one product a segment.
 */
public final class SumBehindScans {
    private final Scan scan;
    private final Body body;
    private final List<Value> operands;
    private final Builder g;
    private final List<Value> values;

    /** What turns add to carries that is added behind the loop. */
    private final Map<Integer, List<RunningSums.Term>> summed = new HashMap<>();

    private SumBehindScans(Scan scan, List<Value> operands, Builder g) {
        this.scan = scan;
        this.body = scan.body();
        this.operands = operands;
        this.g = g;
        this.values = body.graph().reachable(body.results());
    }

    /** The program with less in its loops. */
    public static Program run(Program program) {
        return ReplaceScans.run(program, (scan, operands, g) -> new SumBehindScans(scan, operands, g).results());
    }

    private List<Value> results() {
        AllTurns before = new AllTurns(scan, operands, g);
        before.addAll(values);
        Deferred deferred = new Deferred(body, values, before);
        RunningSums sums = new RunningSums(body);
        Set<Integer> products = new HashSet<>();
        // What one product has collected, another value may be computed from: twice shows all.
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < scan.carries(); k++) {
                summed.put(
                        k,
                        sums.terms(k).orElse(List.of()).stream()
                                .filter(term -> deferred.sums(term.value()))
                                .toList());
            }
            for (int k = scan.carries(); k < body.results().size(); k++) {
                if (deferred.computes(body.results().get(k))) {
                    products.add(k);
                }
            }
        }
        boolean changes = !products.isEmpty() || summed.values().stream().anyMatch(terms -> !terms.isEmpty());
        return changes
                ? results(deferred.collected(), sums, products, before)
                : ReplaceScans.results(scan, operands, g);
    }

    private List<Value> results(List<Value> collected, RunningSums sums, Set<Integer> products, AllTurns before) {
        List<Value> kept = new ArrayList<>(body.collected());
        collected.stream().filter(value -> !kept.contains(value)).forEach(kept::add);
        Scan smaller = new Scan(turn(kept, sums), scan.turns(), operands);
        List<Value> results = new ArrayList<>(ReplaceScans.results(smaller, operands, g));
        AllTurns all = new AllTurns(scan, operands, g);
        for (int k = 0; k < kept.size(); k++) {
            // What is the same in all turns is known as that.
            if (!products.contains(scan.carries() + k) && !before.isAlike(kept.get(k))) {
                all.know(kept.get(k), new Stacked(results.get(scan.carries() + k), 0));
            }
        }
        all.addAll(values);
        SumOfTurns sum = new SumOfTurns(all, scan.turns());
        summed.forEach((k, terms) -> results.set(k, total(k, results.get(k), terms, sum)));
        for (int k : products) {
            results.set(k, all.of(body.results().get(k)).orElseThrow().at(0, g).value());
        }
        return results.subList(0, body.results().size());
    }

    /** What a turn does now. */
    private Body turn(List<Value> kept, RunningSums sums) {
        Graph within = new Graph();
        Copier copier = new Copier(body.graph(), within);
        copier.copy(values);
        List<Value> results = new ArrayList<>();
        for (int k = 0; k < scan.carries(); k++) {
            results.add(
                    summed.get(k).isEmpty()
                            ? copier.get(body.results().get(k))
                            : next(k, sums.terms(k).orElseThrow(), copier, within));
        }
        kept.forEach(value -> results.add(copier.get(value)));
        return new Body(within, scan.carries(), results);
    }

    private Value next(int carry, List<RunningSums.Term> terms, Copier copier, Graph within) {
        Value given = body.given(carry, operands.get(carry).type());
        Builder turn = new Builder(within, body.results().get(carry).origin());
        Value next = copier.get(given);
        for (RunningSums.Term term : terms) {
            if (!summed.get(carry).contains(term)) {
                next = plus(next, copier.get(term.value()), term.negated(), turn);
            }
        }
        return next;
    }

    private static Value plus(Value a, Value b, boolean negated, Builder g) {
        return negated ? g.subtract(a, b) : g.add(a, b);
    }

    /** The last value of a carry with what its turns do not add any more; zero is nothing to add to. */
    private Value total(int carry, Value last, List<RunningSums.Term> terms, SumOfTurns sum) {
        boolean all = new RunningSums(body).terms(carry).map(List::size).orElse(0) == terms.size();
        Optional<Value> total =
                all && !terms.isEmpty() && isZero(operands.get(carry)) ? Optional.empty() : Optional.of(last);
        for (RunningSums.Term term : terms) {
            Builder at = g.at(term.value().origin());
            Value added = sum.of(term.value(), at);
            total = Optional.of(total.map(value -> plus(value, added, term.negated(), at))
                    .orElseGet(() -> term.negated() ? at.negate(added) : added));
        }
        return total.orElseThrow();
    }

    private static boolean isZero(Value value) {
        Value number = value.op() instanceof Broadcast broadcast ? broadcast.x() : value;
        return number.op() instanceof Constant constant && constant.value() == 0;
    }
}
