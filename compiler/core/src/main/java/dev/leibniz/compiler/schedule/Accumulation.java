package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Subtract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries that only add up: {@code next = carry + a + b}, where nothing else reads the carry. */
final class Accumulation {
    private final Body body;
    private final Map<Value, Integer> users = new HashMap<>();

    Accumulation(Body body) {
        this.body = body;
        Graph graph = body.graph();
        for (Value value : graph.reachable(body.results())) {
            value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum));
        }
        body.results().forEach(result -> users.merge(result, 1, Integer::sum));
    }

    /** What a turn adds to a carry; empty if it does more with it. */
    Optional<List<Value>> terms(int carry) {
        List<Term> terms = new ArrayList<>();
        collect(body.results().get(carry), false, terms);
        List<Term> own =
                terms.stream().filter(term -> isCarry(term.value(), carry)).toList();
        if (own.size() != 1 || own.get(0).negated() || users.get(own.get(0).value()) != 1) {
            return Optional.empty();
        }
        return Optional.of(terms.stream()
                .filter(term -> term != own.get(0))
                .map(term -> sunk(term.value(), term.negated()))
                .toList());
    }

    private record Term(Value value, boolean negated) {}

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

    /** A term whose sign and factor lie within its padding, so that only what is not padding is added. */
    private Value sunk(Value term, boolean negated) {
        Builder g = new Builder(body.graph(), term.origin());
        if (term.op() instanceof Pad pad && pad.value() == 0) {
            return g.pad(sunk(pad.x(), negated), pad.axis(), pad.before(), pad.after(), 0);
        } else if (term.op() instanceof Negate negate) {
            return sunk(negate.x(), !negated);
        } else if (term.op() instanceof Multiply product
                && product.a().shape().rank() == 0
                && product.b().op() instanceof Pad pad
                && pad.value() == 0) {
            return g.pad(sunk(g.multiply(product.a(), pad.x()), negated), pad.axis(), pad.before(), pad.after(), 0);
        } else if (term.op() instanceof Multiply product
                && product.b().shape().rank() == 0
                && product.a().op() instanceof Pad) {
            return sunk(g.multiply(product.b(), product.a()), negated);
        }
        return negated ? g.negate(term) : term;
    }
}
