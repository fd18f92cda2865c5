package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Adjoints;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of a loop: the loop over its turns in the opposite order, whose carries are the cotangents of the primal's carries, and the sums so far of the
 * cotangents of what the turns read from outside. h̄ₜ = h̄ₜ₊₁·∂hₜ₊₁/∂hₜ + ēₜ·∂eₜ/∂hₜ, W̄ = Σₜ (h̄ₜ₊₁·∂hₜ₊₁/∂W + ēₜ·∂eₜ/∂W).
 */
final class ReversedScan {
    private final Scan scan;

    /** Whether there is one turn only: what it gives is no sum over turns, and need not be carried. */
    private final boolean once;

    private final Builder g;
    private final Graph graph = new Graph();
    private final Primal primal;
    private final Adjoints adjoints;

    /** The operands whose cotangents the reversed loop carries; those of the primal's carries first. */
    private final List<Integer> targets = new ArrayList<>();

    /** What the reversed loop's carries begin with: the cotangents of the primal's carries, then the sums. */
    private final List<Value> initial = new ArrayList<>();

    private ReversedScan(Value value, Builder g, Adjoints adjoints) {
        this.scan = (Scan) value.op();
        this.once = scan.turns().count().isOne();
        this.g = g;
        this.adjoints = adjoints;
        this.primal = new Primal(value, graph);
    }

    /**
     * Adds what a loop contributes to the cotangents of its operands.
     *
     * @param bars the cotangents of its results
     */
    static void contribute(Value value, List<Optional<Value>> bars, Builder g, Adjoints adjoints) {
        if (bars.stream().anyMatch(Optional::isPresent)) {
            new ReversedScan(value, g, adjoints).contribute(bars);
        }
    }

    private void contribute(List<Optional<Value>> bars) {
        chooseTargets(bars);
        Builder within = new Builder(graph, g.origin());
        List<Value> carried = new ArrayList<>();
        for (int k = 0; k < initial.size(); k++) {
            Value bar = within.add(new Given(0, k, initial.get(k).type()));
            String ending = targets.get(k) < scan.carries() ? "Bar" : "BarSum";
            primal.name(targets.get(k)).ifPresent(name -> graph.name(bar, name + ending));
            carried.add(bar);
        }
        List<Value> outside = new ArrayList<>();
        List<Value> next = next(carried, bars, outside, within);
        Primal.Closed closed = primal.close(next, initial.size(), outside, g);
        List<Value> operands = new ArrayList<>(initial);
        operands.addAll(closed.outside());
        Body body = new Body(closed.graph(), initial.size(), closed.results());
        Value reversed = g.scan(body, scan.turns().reversed(), operands);
        for (int k = 0; k < targets.size(); k++) {
            Value bar = g.result(reversed, k);
            adjoints.add(scan.operands().get(targets.get(k)), k < initial.size() ? bar : g.ofTurn(bar, scan.turns()));
        }
    }

    /** Every float carry, since turns hand cotangents on, and what else is wanted. */
    private void chooseTargets(List<Optional<Value>> bars) {
        for (int k = 0; k < scan.operands().size(); k++) {
            Value operand = scan.operands().get(k);
            boolean carry = k < scan.carries();
            if (operand.type().isFloat() && (carry || adjoints.wanted(operand))) {
                targets.add(k);
                if (carry || !once) {
                    Optional<Value> last = carry ? bars.get(k) : Optional.empty();
                    initial.add(last.orElseGet(() -> g.broadcast(g.zero(), operand.shape())));
                }
            }
        }
    }

    /** The cotangents as they are before the primal's turn. */
    private List<Value> next(List<Value> carried, List<Optional<Value>> bars, List<Value> outside, Builder within) {
        List<Value> ys = new ArrayList<>();
        List<Value> yBars = new ArrayList<>();
        for (int k = 0; k < targets.size() && targets.get(k) < scan.carries(); k++) {
            ys.add(primal.result(targets.get(k)));
            yBars.add(carried.get(k));
        }
        for (int k = scan.carries(); k < bars.size(); k++) {
            if (bars.get(k).isPresent()) {
                Value bar = bars.get(k).get();
                Value all = once ? g.ofTurn(bar, scan.turns()) : bar;
                Value given = within.add(new Given(0, initial.size() + outside.size(), all.type()));
                outside.add(all);
                g.graph().nameOf(all).ifPresent(name -> graph.name(given, name));
                ys.add(primal.result(k));
                yBars.add(once ? given : within.ofTurn(given, scan.turns()));
            }
        }
        List<Value> xs = targets.stream()
                .map(k -> primal.given(k, scan.operands().get(k).type()))
                .toList();
        List<Optional<Value>> contributions = ReverseMode.cotangents(graph, ys, yBars, xs);
        List<Value> next = new ArrayList<>();
        for (int k = 0; k < targets.size(); k++) {
            boolean sums = k < initial.size() && targets.get(k) >= scan.carries();
            Optional<Value> before = sums ? Optional.of(carried.get(k)) : Optional.empty();
            Value sum = within.sum(before, contributions.get(k)).orElseGet(within::zero);
            next.add(within.broadcast(sum, xs.get(k).shape()));
        }
        return next;
    }
}
