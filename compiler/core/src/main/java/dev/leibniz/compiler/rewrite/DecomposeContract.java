package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.Optional;

/**
 * {@code contract(x, y, z) → contract(contract(x, z), y)} (stable): two operands at a time, in the order of fewest multiplications where free sizes are 64.
 *
 * <p>Before differentiation, so that cotangents share the products of pairs: n operands need n − 1 contractions and 2(n − 1) for all cotangents, not n(n − 1).
 */
final class DecomposeContract implements Rule {
    private static final long FREE_SIZE = 64;

    @Override
    public Safety safety() {
        return Safety.REORDERED;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract) || contract.operands().size() < 3) {
            return Optional.empty();
        }
        return Optional.of(new ContractionOrder(contract, FREE_SIZE).build(contract.operands(), contract.labels(), g));
    }
}
