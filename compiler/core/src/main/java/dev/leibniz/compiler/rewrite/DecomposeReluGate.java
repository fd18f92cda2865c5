package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Compare;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Relation;
import dev.leibniz.compiler.op.Select;
import java.util.Optional;

/**
 * {@code z <= 0 ? 0 : x → r <= 0 ? 0 : x} with r = {@code z <= 0 ? 0 : z} (exact).
 *
 * <p>So that the backward half reads what the next layer reads, and z itself need not be kept.
 */
final class DecomposeReluGate implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Select gate)
                || !(gate.condition().op() instanceof Compare compare)
                || compare.relation() != Relation.LESS_EQUAL
                || !Terms.is(compare.b(), 0)
                || !Terms.is(gate.a(), 0)) {
            return Optional.empty();
        }
        Value z = compare.a();
        boolean given = z == gate.b()
                || z.op() instanceof Leaf
                || z.op() instanceof Select
                || !z.type().isFloat();
        if (given) {
            return Optional.empty();
        }
        Value relu = g.select(gate.condition(), gate.a(), z);
        return Optional.of(g.select(g.compare(Relation.LESS_EQUAL, relu, compare.b()), gate.a(), gate.b()));
    }
}
