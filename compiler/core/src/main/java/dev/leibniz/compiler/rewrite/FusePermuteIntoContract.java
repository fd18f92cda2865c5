package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Permute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code contract(permute(x), y) → contract(x, y)} with the labels of x in its own order (stable). */
final class FusePermuteIntoContract implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract)) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>(contract.operands());
        List<String> labels = new ArrayList<>(contract.labels());
        boolean changed = false;
        for (int k = 0; k < operands.size(); k++) {
            if (operands.get(k).op() instanceof Permute permute) {
                char[] own = new char[labels.get(k).length()];
                for (int axis = 0; axis < own.length; axis++) {
                    own[permute.order().get(axis)] = labels.get(k).charAt(axis);
                }
                operands.set(k, permute.x());
                labels.set(k, new String(own));
                changed = true;
            }
        }
        return changed ? Optional.of(g.contract(operands, labels, contract.out())) : Optional.empty();
    }
}
