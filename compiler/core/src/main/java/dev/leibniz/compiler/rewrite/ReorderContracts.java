package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * {@code contract(contract(x, y), z) → contract(x, contract(y, z))} (stable): a chain of products in an order of fewer multiplications, if that is no dearer when
 * free sizes are 1, 64 or 4096 and cheaper in one of these. So {@code (q @ k') @ v} becomes {@code q @ (k' @ v)} if there are more keys than columns.
 */
final class ReorderContracts implements Rule {
    private static final long[] FREE_SIZES = {64, 1, 4096};

    @Override
    public Safety safety() {
        return Safety.REORDERED;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return apply(v, g, value -> false);
    }

    @Override
    public Optional<Value> apply(Value v, Builder g, Uses uses) {
        if (!(v.op() instanceof Contract written) || written.operands().size() != 2) {
            return Optional.empty();
        }
        return flattened(written, uses).flatMap(contract -> {
            for (long freeSize : FREE_SIZES) {
                Value better =
                        new ContractionOrder(contract, freeSize).build(contract.operands(), contract.labels(), g);
                if (isBetter(better, v, contract.operands())) {
                    return Optional.of(better);
                }
            }
            return Optional.empty();
        });
    }

    private static boolean isBetter(Value better, Value written, List<Value> operands) {
        return LongStream.of(FREE_SIZES).allMatch(size -> cost(better, operands, size) <= cost(written, operands, size))
                && LongStream.of(FREE_SIZES)
                        .anyMatch(size -> cost(better, operands, size) < cost(written, operands, size));
    }

    /** Multiplications of {@code v} and of what it needs beyond {@code operands}. */
    private static double cost(Value v, List<Value> operands, long freeSize) {
        if (operands.contains(v) || !(v.op() instanceof Contract contract)) {
            return 0;
        }
        double cost = new ContractionOrder(contract, freeSize)
                .cheapest(contract.labels())
                .multiplications();
        for (Value operand : contract.operands()) {
            cost += cost(operand, operands, freeSize);
        }
        return cost;
    }

    /** One contraction of three or four operands: what is written, and the operands of those of its operands that are products with no other user. */
    private static Optional<Contract> flattened(Contract written, Uses uses) {
        List<Value> operands = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Fresh fresh = new Fresh(written);
        for (int k = 0; k < 2; k++) {
            Value operand = written.operands().get(k);
            if (operand.op() instanceof Contract inner && inner.operands().size() == 2 && uses.once(operand)) {
                operands.addAll(inner.operands());
                labels.addAll(fresh.renamed(inner, written.labels().get(k)));
            } else {
                operands.add(operand);
                labels.add(written.labels().get(k));
            }
        }
        return operands.size() == 2 ? Optional.empty() : Optional.of(new Contract(operands, labels, written.out()));
    }

    /** Gives out letters that nobody has. */
    private static final class Fresh {
        private char last;

        Fresh(Contract contract) {
            last = (char) String.join("", contract.labels()).chars().max().orElse('a');
        }

        /** The labels of an inner contraction, those of its result called as in the outer one. */
        List<String> renamed(Contract inner, String outer) {
            Map<Character, Character> names = new HashMap<>();
            for (char c : inner.sizes().keySet()) {
                int place = inner.out().indexOf(c);
                names.put(c, place >= 0 ? outer.charAt(place) : ++last);
            }
            return inner.labels().stream()
                    .map(label -> Contract.renamed(label, names))
                    .toList();
        }
    }
}
