package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loop as steps. A carry has one place in memory for all turns: the next value is put beside it and copied there when the turn is over, or, if it is a sum that the
 * carry is but a term of, the other terms are added where the carry lies. What is collected is written where it stays.
 */
final class LoopSchedule {
    private final MeantInfinities infinities;
    private final boolean keepsAll;
    private final Scan scan;
    private final Body body;
    private final List<Buffer> carries = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Step> afterTurn = new ArrayList<>();

    private LoopSchedule(Scan scan, MeantInfinities infinities, boolean keepsAll) {
        this.infinities = infinities;
        this.keepsAll = keepsAll;
        this.scan = scan;
        this.body = scan.body();
    }

    /**
     * The loop, whose carries have their initial values; what a turn does if it is the only one.
     *
     * @param outside the memory of what turns read from outside
     * @param results where all results go; a carry is carried there
     * @param infinities those of a turn
     */
    static List<Step> of(
            Scan scan, List<Buffer> outside, List<Destination> results, MeantInfinities infinities, boolean keepsAll) {
        return new LoopSchedule(scan, infinities, keepsAll).steps(outside, results);
    }

    private List<Step> steps(List<Buffer> outside, List<Destination> results) {
        results.subList(0, scan.carries()).forEach(carry -> carries.add(carry.buffer()));
        Map<Value, Buffer> given = new HashMap<>();
        for (int k = 0; k < scan.operands().size(); k++) {
            Buffer buffer = k < carries.size() ? carries.get(k) : outside.get(k - carries.size());
            given.put(body.given(k, scan.operands().get(k).type()), buffer);
        }
        Accumulation sums = new Accumulation(body);
        for (int k = 0; k < carries.size(); k++) {
            Optional<List<Value>> terms = sums.terms(k);
            if (terms.isPresent()) {
                for (Value term : terms.get()) {
                    targets.add(new Target(term, new Destination(carries.get(k), true), true));
                }
            } else {
                carry(k);
            }
        }
        Turns turns = scan.turns();
        for (int k = carries.size(); k < results.size(); k++) {
            Value value = body.results().get(k);
            Index turn = Index.of(turns.position().times(value.shape().elements()));
            Destination to = results.get(k);
            targets.add(new Target(
                    value, new Destination(to.buffer(), to.adds(), to.origin().plus(turn)), true));
        }
        List<Step> steps = new ArrayList<>(Scheduler.steps(body.graph(), targets, given, infinities, keepsAll));
        steps.addAll(afterTurn);
        boolean once = turns.count().isOne() && !body.mentions(turns.variable());
        return once
                ? steps
                : List.of(new Repeat(turns.variable(), turns.low(), turns.count(), turns.backwards(), steps));
    }

    private void carry(int k) {
        Value next = body.results().get(k);
        if (next.op() instanceof Given given && given.position() == k) {
            return;
        }
        Buffer to = carries.get(k);
        Buffer beside = new Buffer(to.name() + "Next", Buffer.Kind.SLOT, to.type(), to.elements(), Size.ZERO);
        targets.add(new Target(next, new Destination(beside, false), true));
        Index at = Index.variable("i");
        Destination carry = new Destination(to, false);
        List<Statement> copy = List.of(ReductionNest.copy(to.elements(), new Scalar.Load(beside, at), carry));
        afterTurn.add(new Kernel(
                to.name() + "Copy",
                List.of(new Formula(
                        to.name() + " = " + beside.name(),
                        next.type(),
                        next.origin(),
                        infinities.finiteness(next),
                        List.of(carry.place()))),
                Optional.empty(),
                copy,
                Size.ZERO));
    }
}
