package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code contract(x, y) → reshape(contract(reshape(x), reshape(y)))} without the labels of size 1 (exact). */
final class DropUnitLabels implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract)
                || contract.sizes().values().stream().noneMatch(Size::isOne)) {
            return Optional.empty();
        }
        List<Value> operands = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int k = 0; k < contract.operands().size(); k++) {
            operands.add(Labels.withoutUnits(contract.operands().get(k), g));
            labels.add(proper(contract.labels().get(k), contract));
        }
        Value product = g.contract(operands, labels, proper(contract.out(), contract));
        return Optional.of(g.reshape(product, v.shape()));
    }

    private static String proper(String labels, Contract contract) {
        StringBuilder kept = new StringBuilder();
        labels.chars().filter(c -> !contract.sizes().get((char) c).isOne()).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
