package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Scan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one turn of a loop computes, from what the loop begins with and reads from outside. What is carried has one name throughout: {@code h} is what the turn
 * begins with, {@code next h} what it leaves.
 */
final class Turn {
    private final Scan scan;
    private final Names names;
    private final Map<Value, Notation> given = new HashMap<>();
    private final List<String> carried = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Notation> results = new ArrayList<>();

    private Turn(Scan scan, Names names) {
        this.scan = scan;
        this.names = names;
    }

    /** @param around the text that the loop stands in, which knows how its operands are written */
    static Turn of(Scan scan, Names names, Notations around) {
        Turn turn = new Turn(scan, names);
        turn.begin(around);
        turn.compute();
        return turn;
    }

    List<Equation> equations() {
        return equations;
    }

    /** How a result of the loop is written outside: {@code last(h)} of what is carried, {@code all(y)} of what each turn collects. */
    Notation result(int number) {
        return results.get(number);
    }

    private void begin(Notations around) {
        Graph body = scan.body().graph();
        Set<Value> read = new HashSet<>(body.reachable(scan.body().results()));
        for (int k = 0; k < scan.operands().size(); k++) {
            Value outside = scan.operands().get(k);
            Value inside = scan.body().given(k, outside.type());
            Notation notation = around.of(outside);
            if (k < scan.carries()) {
                String name = names.unique(body.nameOf(inside).orElse("carry"));
                carried.add(name);
                given.put(inside, Notation.atom(name));
                add("at first " + name, notation, outside);
            } else if (around.isName(outside)) {
                given.put(inside, notation);
            } else if (read.contains(inside)) {
                String name = names.temporary();
                given.put(inside, Notation.atom(name));
                add(name, notation, outside);
            }
        }
    }

    private void compute() {
        Graph body = scan.body().graph();
        List<Value> values = scan.body().results();
        Map<String, Value> wanted = new LinkedHashMap<>();
        Set<Value> read = new HashSet<>(values.subList(scan.carries(), values.size()));
        for (Value value : body.reachable(values)) {
            read.addAll(value.op().operands());
            if (!isGiven(value)) {
                body.nameOf(value).ifPresent(name -> wanted.put(names.unique(name), value));
            }
        }
        for (int k = 0; k < values.size(); k++) {
            Value value = values.get(k);
            if (!isGiven(value) && !wanted.containsValue(value) && (k >= scan.carries() || read.contains(value))) {
                wanted.put(names.temporary(), value);
            }
        }
        for (int k = 0; k < scan.carries(); k++) {
            if (!isGiven(values.get(k))) {
                wanted.put("next " + carried.get(k), values.get(k));
            }
        }
        Notations notations = Notations.ofTurn(body, names, given, wanted);
        notations.equations().forEach(equation -> equations.add(equation.indented()));
        for (int k = 0; k < values.size(); k++) {
            Notation notation = notations.of(values.get(k));
            if (k < scan.carries() && isGiven(values.get(k))) {
                add("next " + carried.get(k), notation, values.get(k));
            }
            results.add(k < scan.carries() ? Notation.call("last", carried.get(k)) : Notation.call("all", notation));
        }
    }

    private void add(String name, Notation notation, Value value) {
        equations.add(new Equation(name, notation, value, 1));
    }

    /** Whether the value is not computed in the turn. */
    private static boolean isGiven(Value value) {
        return value.op().operands().isEmpty();
    }
}
