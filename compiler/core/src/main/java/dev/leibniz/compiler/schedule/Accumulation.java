package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.RunningSums;
import java.util.List;
import java.util.Optional;

/** What turns add to carries that only add up, in a form that is added to where the carry lies. */
final class Accumulation {
    private final Body body;
    private final RunningSums sums;

    Accumulation(Body body) {
        this.body = body;
        this.sums = new RunningSums(body);
    }

    /** What a turn adds to a carry; empty if it does more with it. */
    Optional<List<Value>> terms(int carry) {
        return sums.terms(carry)
                .map(terms -> terms.stream()
                        .map(term -> sunk(term.value(), term.negated()))
                        .toList());
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
