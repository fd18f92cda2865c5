package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.Optional;

/** {@code contract(x, y) → x·y} where nothing is summed (stable). */
final class DecomposeOuterProduct implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract)) {
            return Optional.empty();
        }
        String out = contract.out();
        boolean sums =
                contract.labels().stream().anyMatch(label -> label.chars().anyMatch(c -> out.indexOf(c) < 0));
        if (sums) {
            return Optional.empty();
        }
        Value product =
                Labels.arranged(contract.operands().get(0), contract.labels().get(0), out, g);
        for (int k = 1; k < contract.operands().size(); k++) {
            product = g.multiply(
                    product,
                    Labels.arranged(
                            contract.operands().get(k), contract.labels().get(k), out, g));
        }
        return Optional.of(product);
    }
}
