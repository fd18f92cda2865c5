package dev.leibniz.compiler.autodiff;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Adjoints;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Dependencies;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The derivative of a loop: the loop over its turns in the opposite order, whose carries are the cotangents of the primal's carries, and the sums so far of the
 * cotangents of what the turns read from outside. h̄ₜ = h̄ₜ₊₁·∂hₜ₊₁/∂hₜ + ēₜ·∂eₜ/∂hₜ, W̄ = Σₜ (h̄ₜ₊₁·∂hₜ₊₁/∂W + ēₜ·∂eₜ/∂W). Of what only one turn reads the cotangent
 * is no sum, and is collected: x̄ₜ = h̄ₜ₊₁·∂hₜ₊₁/∂xₜ.
 */
final class ReversedScan {
    /**
     * An operand with a cotangent that is collected.
     *
     * @param part what the turn reads of it
     */
    private record Own(int operand, Value part) {}

    private final Scan scan;

    /** Whether there is one turn only, which is given everything whole. */
    private final boolean once;

    private final Builder g;
    private final Graph graph = new Graph();
    private final Primal primal;
    private final Adjoints adjoints;

    /** The operands whose cotangents the reversed loop carries; those of the primal's carries first. */
    private final List<Integer> carried = new ArrayList<>();

    /** What the reversed loop's carries begin with: the cotangents of the primal's carries, then the sums. */
    private final List<Value> initial = new ArrayList<>();

    private final List<Own> own = new ArrayList<>();

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
        List<Value> givens = new ArrayList<>();
        for (int k = 0; k < initial.size(); k++) {
            Value bar = within.add(new Given(0, k, initial.get(k).type()));
            String ending = carried.get(k) < scan.carries() ? "Bar" : "BarSum";
            primal.name(carried.get(k)).ifPresent(name -> graph.name(bar, name + ending));
            givens.add(bar);
        }
        List<Value> outside = new ArrayList<>();
        List<Value> results = results(givens, bars, outside, within);
        Primal.Closed closed = primal.close(results, initial.size(), outside, g);
        List<Value> operands = new ArrayList<>(initial);
        operands.addAll(closed.outside());
        Body body = new Body(closed.graph(), initial.size(), closed.results());
        Value reversed = g.scan(body, scan.turns().reversed(), operands);
        for (int k = 0; k < carried.size(); k++) {
            adjoints.add(scan.operands().get(carried.get(k)), g.result(reversed, k));
        }
        for (int k = 0; k < own.size(); k++) {
            Value collected = g.result(reversed, carried.size() + k);
            adjoints.add(scan.operands().get(own.get(k).operand()), whole(collected, own.get(k)));
        }
    }

    /** Every carry that cotangents reach, since turns hand them on, and what else is wanted. */
    private void chooseTargets(List<Optional<Value>> bars) {
        Set<Integer> reached = reached(bars);
        TurnSlices slices = new TurnSlices(graph, primal.results(), scan.turns());
        for (int k = 0; k < scan.operands().size(); k++) {
            Value operand = scan.operands().get(k);
            boolean target = k < scan.carries() ? reached.contains(k) : adjoints.wanted(operand);
            if (!operand.type().isFloat() || !target) {
                continue;
            }
            Value given = primal.given(k, operand.type());
            Optional<Value> part = once ? Optional.of(given) : slices.of(given);
            if (k >= scan.carries() && part.isPresent()) {
                own.add(new Own(k, part.get()));
            } else {
                carried.add(k);
                Optional<Value> last = k < scan.carries() ? bars.get(k) : Optional.empty();
                initial.add(last.orElseGet(() -> g.broadcast(g.zero(), operand.shape())));
            }
        }
    }

    /** The results with a cotangent, and the carries that influence them. */
    private Set<Integer> reached(List<Optional<Value>> bars) {
        Set<Integer> withCotangents = new HashSet<>();
        for (int k = 0; k < bars.size(); k++) {
            if (bars.get(k).isPresent()) {
                withCotangents.add(k);
            }
        }
        return Dependencies.live(scan.body(), withCotangents);
    }

    /** The cotangents as they are before the primal's turn, then those that are collected. */
    private List<Value> results(List<Value> givens, List<Optional<Value>> bars, List<Value> outside, Builder within) {
        List<Value> ys = new ArrayList<>();
        List<Value> yBars = new ArrayList<>();
        for (int k = 0; k < carried.size() && carried.get(k) < scan.carries(); k++) {
            ys.add(primal.result(carried.get(k)));
            yBars.add(givens.get(k));
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
        List<Value> xs = new ArrayList<>();
        carried.forEach(k -> xs.add(primal.given(k, scan.operands().get(k).type())));
        own.forEach(each -> xs.add(each.part()));
        List<Optional<Value>> contributions = ReverseMode.cotangents(graph, ys, yBars, xs);
        List<Value> results = new ArrayList<>();
        for (int k = 0; k < xs.size(); k++) {
            boolean sums = k < carried.size() && carried.get(k) >= scan.carries();
            Optional<Value> before = sums ? Optional.of(givens.get(k)) : Optional.empty();
            Value sum = within.sum(before, contributions.get(k)).orElseGet(within::zero);
            Value cotangent = within.broadcast(sum, xs.get(k).shape());
            boolean ofPart = k >= carried.size() && !once;
            results.add(ofPart ? within.reshape(cotangent, element(own.get(k - carried.size()))) : cotangent);
        }
        return results;
    }

    /** The shape of the part that is a turn's own, without the axis along which turns lie. */
    private static Shape element(Own own) {
        return own.part().shape().without(((Slice) own.part().op()).axis());
    }

    /** The cotangent of an operand from those of its parts. */
    private Value whole(Value collected, Own own) {
        if (once) {
            return g.ofTurn(collected, scan.turns());
        }
        int axis = ((Slice) own.part().op()).axis();
        List<Integer> axes = new ArrayList<>();
        for (int k = 1; k < collected.shape().rank(); k++) {
            axes.add(k);
        }
        axes.add(axis, 0);
        return g.permute(collected, axes);
    }
}
