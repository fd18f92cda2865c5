package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code contract(s, x, y) → s·contract(x, y)} for an operand without labels that is modest, so that neither form overflows where the other does not (stable). */
final class PullScalarOutOfContract implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract) || contract.operands().size() < 2) {
            return Optional.empty();
        }
        int k = contract.labels().indexOf("");
        if (k < 0 || !Terms.isModest(contract.operands().get(k))) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>(contract.operands());
        List<String> labels = new ArrayList<>(contract.labels());
        Value scalar = operands.remove(k);
        labels.remove(k);
        return Optional.of(g.multiply(scalar, g.contract(operands, labels, contract.out())));
    }
}
