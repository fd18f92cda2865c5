package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Copier;
import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pass that computes before a loop, for all turns at once, the contractions that wait for no carry: of {@code x[:, t] @ W} one product is left, over all rows of
 * all turns, and each turn reads its own. Elementwise work behind such a contraction goes along if nobody else reads what it replaces; other work would only cost
 * memory. What is collected and waits for no carry is not computed by the loop at all. A checkpoint is a loop of one turn, out of which nothing goes.
 */
public final class HoistOutOfScans {
    private final Scan scan;
    private final List<Value> operands;
    private final Builder g;
    private final List<Value> values;
    private final Map<Value, List<Value>> users = new HashMap<>();
    private final AllTurns all;

    private HoistOutOfScans(Scan scan, List<Value> operands, Builder g) {
        this.scan = scan;
        this.operands = operands;
        this.g = g;
        this.values = scan.body().graph().reachable(scan.body().results());
        for (Value value : values) {
            for (Value operand : value.op().operands()) {
                users.computeIfAbsent(operand, o -> new ArrayList<>()).add(value);
            }
        }
        this.all = new AllTurns(scan, operands, g);
        all.addAll(values);
    }

    /** The program with less in its loops. */
    public static Program run(Program program) {
        return ReplaceScans.run(program, (scan, operands, g) -> new HoistOutOfScans(scan, operands, g).results());
    }

    private List<Value> results() {
        Scan smaller = without(hoisted());
        List<Value> results = new ArrayList<>(ReplaceScans.results(smaller, smaller.operands(), g));
        for (int k = scan.carries(); k < results.size(); k++) {
            int number = k;
            Value collected = scan.body().results().get(k);
            all.of(collected).ifPresent(stacked -> results.set(number, collected(stacked)));
        }
        return results;
    }

    /** What a loop collects that has the value in each turn. */
    private Value collected(Stacked stacked) {
        Turns turns = scan.turns();
        return stacked.isAlike()
                ? g.broadcast(stacked.value(), stacked.value().shape().insert(0, turns.count()))
                : stacked.at(0, g).value();
    }

    /** The values that turns read rather than compute. */
    private Set<Value> hoisted() {
        Set<Value> heavy = new HashSet<>();
        for (Value value : values) {
            boolean contracts = value.op() instanceof Contract contract && all.sharesAnOperand(contract)
                    || value.op().operands().stream().anyMatch(heavy::contains);
            if (contracts && all.of(value).isPresent()) {
                heavy.add(value);
            }
        }
        Set<Value> hoisted = new HashSet<>();
        for (int k = values.size() - 1; k >= 0; k--) {
            Value value = values.get(k);
            if (!heavy.contains(value) || !isRead(value, heavy)) {
                continue;
            } else if (isWorthIt(value, heavy)) {
                hoisted.add(value);
            } else {
                heavy.remove(value);
            }
        }
        return hoisted;
    }

    /** Whether turns read the value if they do not compute those of {@code heavy}. */
    private boolean isRead(Value value, Set<Value> heavy) {
        return scan.body().next().contains(value)
                || users.getOrDefault(value, List.of()).stream().anyMatch(user -> !heavy.contains(user));
    }

    /** Contractions are; elementwise operations if memory for what they read is not needed then; views are not. */
    private boolean isWorthIt(Value value, Set<Value> heavy) {
        if (!(value.op() instanceof Elementwise)) {
            return !Ranges.isView(value);
        }
        return value.op().operands().stream()
                .filter(heavy::contains)
                .allMatch(operand -> users.get(operand).size() == 1
                        && !scan.body().next().contains(operand)
                        && operand.shape().elements().equals(value.shape().elements()));
    }

    /** The loop whose turns are given the values. */
    private Scan without(Set<Value> hoisted) {
        if (hoisted.isEmpty()) {
            return scan.withOperands(operands);
        }
        Body body = scan.body();
        Graph within = new Graph();
        Copier copier = new Copier(body.graph(), within);
        List<Value> given = new ArrayList<>(operands);
        for (Value value : needed(hoisted)) {
            if (hoisted.contains(value)) {
                Stacked stacked = all.of(value).orElseThrow();
                Builder turn = new Builder(within, value.origin());
                Value whole =
                        turn.add(new Given(0, given.size(), stacked.value().type()));
                given.add(stacked.value());
                body.graph().nameOf(value).ifPresent(name -> g.graph().name(stacked.value(), name));
                copier.replace(value, ofTurn(whole, stacked, value, turn));
            } else {
                copier.copy(value);
            }
        }
        List<Value> results = body.results().stream().map(copier::get).toList();
        return new Scan(new Body(within, body.carries(), results), scan.turns(), given);
    }

    private Value ofTurn(Value whole, Stacked stacked, Value value, Builder turn) {
        return stacked.isAlike()
                ? whole
                : turn.reshape(turn.slice(whole, stacked.axis(), scan.turns().position(), Size.ONE, 1), value.shape());
    }

    /** What the turns still compute, and the values that they are given instead. */
    private List<Value> needed(Set<Value> hoisted) {
        Set<Value> needed = new HashSet<>(scan.body().results());
        for (int k = values.size() - 1; k >= 0; k--) {
            Value value = values.get(k);
            if (needed.contains(value) && !hoisted.contains(value)) {
                needed.addAll(value.op().operands());
            }
        }
        return values.stream().filter(needed::contains).toList();
    }
}
