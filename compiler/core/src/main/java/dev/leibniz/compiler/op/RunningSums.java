package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carries of a loop that only add up: {@code next = carry + a − b}, where nothing else reads the carry. */
public final class RunningSums {
    private final Body body;
    private final Map<Value, Integer> users = new HashMap<>();

    /** What a turn adds to a carry, or subtracts from it. */
    public record Term(Value value, boolean negated) {}

    public RunningSums(Body body) {
        this.body = body;
        for (Value value : body.graph().reachable(body.results())) {
            value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum));
        }
        body.results().forEach(result -> users.merge(result, 1, Integer::sum));
    }

    /** The terms of each turn; empty if the loop does more with the carry. */
    public Optional<List<Term>> terms(int carry) {
        List<Term> terms = new ArrayList<>();
        collect(body.results().get(carry), false, terms);
        List<Term> own =
                terms.stream().filter(term -> isCarry(term.value(), carry)).toList();
        if (own.size() != 1 || own.get(0).negated() || users.get(own.get(0).value()) != 1) {
            return Optional.empty();
        }
        terms.remove(own.get(0));
        return Optional.of(List.copyOf(terms));
    }

    private static boolean isCarry(Value value, int carry) {
        return value.op() instanceof Given given && given.position() == carry;
    }

    private void collect(Value value, boolean negated, List<Term> terms) {
        boolean subtracts = value.op() instanceof Subtract;
        boolean whole = value.type().isFloat()
                && (value.op() instanceof Add || subtracts)
                && value.op().operands().stream().allMatch(x -> x.shape().equals(value.shape()));
        if (users.get(value) > 1 || !whole) {
            terms.add(new Term(value, negated));
            return;
        }
        collect(value.op().operands().get(0), negated, terms);
        collect(value.op().operands().get(1), negated != subtracts, terms);
    }
}
