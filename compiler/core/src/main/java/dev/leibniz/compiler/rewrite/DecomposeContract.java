package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code contract(x, y, z) → contract(contract(x, y), z)} (stable).
 *
 * <p>Pairs that share a summed label come first: their product is smaller than both together.
 */
final class DecomposeContract implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract) || contract.operands().size() < 3) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>(contract.operands());
        List<String> labels = new ArrayList<>(contract.labels());
        int second = 1;
        for (int k = 1; k < labels.size(); k++) {
            if (summedByPair(labels, k, contract.out()) > summedByPair(labels, second, contract.out())) {
                second = k;
            }
        }
        String others = contract.out();
        for (int k = 1; k < labels.size(); k++) {
            others += k == second ? "" : labels.get(k);
        }
        StringBuilder kept = new StringBuilder();
        for (char c : (labels.get(0) + labels.get(second)).toCharArray()) {
            if (others.indexOf(c) >= 0 && kept.indexOf(String.valueOf(c)) < 0) {
                kept.append(c);
            }
        }
        Value pair = g.contract(
                List.of(operands.get(0), operands.get(second)),
                List.of(labels.get(0), labels.get(second)),
                kept.toString());
        operands.set(0, pair);
        labels.set(0, kept.toString());
        operands.remove(second);
        labels.remove(second);
        return Optional.of(g.contract(operands, labels, contract.out()));
    }

    /** How many labels of operands 0 and k nobody else has. */
    private static long summedByPair(List<String> labels, int k, String out) {
        return labels.get(0)
                .chars()
                .filter(c -> labels.get(k).indexOf(c) >= 0 && out.indexOf(c) < 0)
                .filter(c -> IntStream.range(1, labels.size())
                        .allMatch(i -> i == k || labels.get(i).indexOf(c) < 0))
                .count();
    }
}
