package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.OneHot;
import java.util.List;
import java.util.Optional;

/**
 * {@code contract(onehot(i), table) → gather(table, i)}, and its adjoint {@code contract(onehot(i), rows) → scatter_add(rows, i)} (stable).
 *
 * <p>Only where every id is known to be in range.
 */
final class DecomposeContractWithOneHot implements Rule {
    private final Ranges ranges;

    DecomposeContractWithOneHot(Ranges ranges) {
        this.ranges = ranges;
    }

    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return v.op() instanceof Contract contract && contract.operands().size() == 2
                ? picked(contract, 0, g).or(() -> picked(contract, 1, g))
                : Optional.empty();
    }

    private Optional<Value> picked(Contract contract, int k, Builder g) {
        if (!(contract.operands().get(k).op() instanceof OneHot hot) || !ranges.within(hot.ids(), hot.count())) {
            return Optional.empty();
        }
        String own = contract.labels().get(k);
        String ids = own.substring(0, own.length() - 1);
        String picked = own.substring(own.length() - 1);
        Value other = contract.operands().get(1 - k);
        String others = contract.labels().get(1 - k);
        String out = contract.out();
        if (!out.contains(picked) && others.contains(picked) && containsAll(out, ids) && containsNone(others, ids)) {
            String rest = others.replace(picked, "");
            Value table = g.contract(List.of(other), List.of(others), picked + rest);
            return Optional.of(g.contract(List.of(g.gather(table, hot.ids())), List.of(ids + rest), out));
        } else if (out.contains(picked)
                && !others.contains(picked)
                && containsNone(out, ids)
                && containsAll(others, ids)) {
            String rest = out.replace(picked, "");
            if (!containsAll(others, rest)) {
                return Optional.empty();
            }
            Value rows = g.contract(List.of(other), List.of(others), ids + rest);
            Value table = g.scatterAdd(rows, hot.ids(), hot.count());
            return Optional.of(g.contract(List.of(table), List.of(picked + rest), out));
        }
        return Optional.empty();
    }

    private static boolean containsAll(String labels, String some) {
        return some.chars().allMatch(c -> labels.indexOf(c) >= 0);
    }

    private static boolean containsNone(String labels, String some) {
        return some.chars().noneMatch(c -> labels.indexOf(c) >= 0);
    }
}
