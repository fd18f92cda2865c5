package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Permute;
import java.util.Optional;

/**
 * {@code permute(contract(x, y)) → contract(x, y)} with its result's labels in the other order (exact).
 *
 * <p>Only where the contraction has no other user.
 */
final class FusePermuteOfContract implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return apply(v, g, value -> true);
    }

    @Override
    public Optional<Value> apply(Value v, Builder g, Uses uses) {
        if (!(v.op() instanceof Permute permute)
                || !(permute.x().op() instanceof Contract contract)
                || !uses.once(permute.x())) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        permute.order().forEach(axis -> out.append(contract.out().charAt(axis)));
        return Optional.of(g.contract(contract.operands(), contract.labels(), out.toString()));
    }
}
