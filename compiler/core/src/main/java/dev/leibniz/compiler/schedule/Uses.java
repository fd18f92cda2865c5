package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Index;
import dev.leibniz.compiler.kernel.Scalar;
import dev.leibniz.compiler.op.Pointwise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a computed value reads once inlined values are seen through: other computed values or leaves, and at which indices. */
final class Uses {
    /** @param at the indices read; empty if the whole memory is read in its own way (through a reshape) */
    record Use(Value value, Optional<List<Index>> at) {}

    private final Inlining inlining;

    Uses(Inlining inlining) {
        this.inlining = inlining;
    }

    /** What one element of a pointwise value at these indices reads. */
    Set<Use> ofElement(Value value, List<Index> at) {
        Set<Use> uses = new LinkedHashSet<>();
        ((Pointwise) value.op())
                .at(at, (k, indices) -> follow(value.op().operands().get(k), indices, uses));
        return uses;
    }

    /** What reading {@code value} at these indices reads. */
    Set<Use> ofReading(Value value, List<Index> at) {
        Set<Use> uses = new LinkedHashSet<>();
        follow(value, at, uses);
        return uses;
    }

    private void followWhole(Value value, Set<Use> uses) {
        Domain domain = Domain.of(value.shape());
        ofReading(value, domain.indices(value.shape(), domain.variables()))
                .forEach(use -> uses.add(new Use(use.value(), Optional.empty())));
    }

    private Scalar follow(Value value, List<Index> at, Set<Use> uses) {
        if (inlining.isAlias(value)) {
            Value base = inlining.base(value);
            if (inlining.isInlined(base)) {
                followWhole(base, uses);
            } else {
                uses.add(new Use(base, Optional.empty()));
            }
        } else if (inlining.isFolded(value) && !(value.op() instanceof Pointwise)) {
            value.op().operands().forEach(operand -> followWhole(operand, uses));
        } else if (inlining.isInlined(value)) {
            return ((Pointwise) value.op())
                    .at(at, (k, indices) -> follow(value.op().operands().get(k), indices, uses));
        } else {
            uses.add(new Use(value, Optional.of(at)));
        }
        // Only the pattern of reads matters here; the expression is thrown away.
        return value.type().dtype() == DType.FLOAT
                ? new Scalar.Literal(DType.FLOAT, value.id())
                : new Scalar.Local("value" + value.id(), value.type().dtype(), new ArrayList<>());
    }
}
