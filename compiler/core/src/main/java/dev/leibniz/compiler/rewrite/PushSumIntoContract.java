package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code contract(x, y) → contract(sum(x), y)} over the summed labels that only x has (stable). */
final class PushSumIntoContract implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract) || contract.operands().size() < 2) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>(contract.operands());
        List<String> labels = new ArrayList<>(contract.labels());
        for (int k = 0; k < operands.size(); k++) {
            StringBuilder kept = new StringBuilder();
            for (char c : labels.get(k).toCharArray()) {
                long having =
                        labels.stream().filter(label -> label.indexOf(c) >= 0).count();
                kept.append(having > 1 || contract.out().indexOf(c) >= 0 ? String.valueOf(c) : "");
            }
            if (kept.length() < labels.get(k).length()) {
                operands.set(k, g.contract(List.of(operands.get(k)), List.of(labels.get(k)), kept.toString()));
                labels.set(k, kept.toString());
                return Optional.of(g.contract(operands, labels, contract.out()));
            }
        }
        return Optional.empty();
    }
}
