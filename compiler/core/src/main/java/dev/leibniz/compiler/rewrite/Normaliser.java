package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.source.CompilerBug;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings values of one growing graph into normal form, operands first, and remembers the normal form of each. Works with a stack of its own: neither the depth
 * of the graph nor what rules make of it is limited by the thread's.
 */
final class Normaliser {
    private final String phase;
    private final Graph graph;
    private final List<Rule> rules;
    private final Consumer<Firing> listener;
    private final ById<Value> normalForms = new ById<>();
    /** What an unfinished value was rebuilt or rewritten to. */
    private final ById<Value> successors = new ById<>();

    /** Values that wait for others, and those that once did. */
    private final ById<Boolean> entered = new ById<>();

    private final ById<Integer> users = new ById<>();
    private boolean fired;
    private boolean refused;
    private long firingsLeft;
    private String lastFired = "no rule";

    /** @param size the number of values of the program, on which the number of steps allowed depends */
    Normaliser(String phase, Graph graph, List<Rule> rules, Consumer<Firing> listener, int size) {
        this.phase = phase;
        this.graph = graph;
        this.rules = rules;
        this.listener = listener;
        this.firingsLeft = 10_000 + 500L * size;
    }

    Graph graph() {
        return graph;
    }

    /** Makes it known that {@code count} values of the program use this one. */
    void addUsers(Value value, int count) {
        Integer known = users.get(value);
        users.put(value, known == null ? count : known + count);
    }

    /** Whether another walk over the program may find more to do: values have lost users since a rule was told of too many. */
    boolean mayFindMore() {
        return fired && refused;
    }

    private boolean once(Value value) {
        Integer known = users.get(value);
        boolean once = known == null || known <= 1;
        refused |= !once;
        return once;
    }

    Value normalForm(Value start) {
        Deque<Value> waiting = new ArrayDeque<>();
        waiting.push(start);
        while (!waiting.isEmpty()) {
            Value value = waiting.peek();
            Optional<Value> first = normalForms.contains(value) ? Optional.empty() : step(value);
            if (first.isEmpty()) {
                waiting.pop();
                continue;
            }
            entered.put(value, true);
            if (entered.contains(first.get()) && !normalForms.contains(first.get())) {
                throw new CompilerBug("rule " + lastFired + " makes a value out of itself: " + describe(first.get()));
            }
            waiting.push(first.get());
        }
        return Objects.requireNonNull(normalForms.get(start));
    }

    /** What must be brought into normal form before this value can go on; empty once the value's own is known. */
    private Optional<Value> step(Value value) {
        Value successor = successors.get(value);
        if (successor != null) {
            Value normal = normalForms.get(successor);
            if (normal == null) {
                return Optional.of(successor);
            }
            normalForms.put(value, normal);
            successors.remove(value);
            return Optional.empty();
        }
        for (Value operand : value.op().operands()) {
            if (!normalForms.contains(operand)) {
                return Optional.of(operand);
            }
        }
        Optional<Value> changed = rebuilt(value).or(() -> rewritten(value));
        changed.ifPresentOrElse(next -> successors.put(value, next), () -> normalForms.put(value, value));
        return changed;
    }

    /** The value with its operands' normal forms, if they are others. */
    private Optional<Value> rebuilt(Value value) {
        List<Value> operands = value.op().operands();
        List<Value> normal = new ArrayList<>(operands.size());
        for (Value operand : operands) {
            normal.add(Objects.requireNonNull(normalForms.get(operand)));
        }
        return normal.equals(operands)
                ? Optional.empty()
                : Optional.of(graph.add(value.op().withOperands(normal), value.origin()));
    }

    private Optional<Value> rewritten(Value value) {
        Builder g = new Builder(graph, value.origin());
        for (Rule rule : rules) {
            Optional<Value> after = rule.apply(value, g, this::once);
            if (after.isPresent()) {
                check(rule, value, after.get());
                fired = true;
                listener.accept(new Firing(phase, rule, graph, value, after.get()));
                return after;
            }
        }
        return Optional.empty();
    }

    private void check(Rule rule, Value before, Value after) {
        lastFired = rule.name();
        if (before == after) {
            throw new CompilerBug("rule " + lastFired + " changes nothing: " + describe(before));
        }
        if (!before.type().equals(after.type())) {
            throw new CompilerBug("rule " + lastFired + " makes " + describe(after) + " of " + describe(before));
        }
        if (--firingsLeft < 0) {
            throw new CompilerBug("rewriting does not end; the last rule was " + lastFired);
        }
    }

    private static String describe(Value value) {
        return value + " = " + value.op();
    }
}
