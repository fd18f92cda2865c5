package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code contract(broadcast(x), y) → contract(x, y)} without the labels along which x was repeated (stable).
 *
 * <p>A summed label that no other operand has becomes a factor, one of the result a broadcast of the result.
 */
final class DropBroadcastLabels implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Contract contract)) {
            return Optional.empty();
        }
        for (int k = 0; k < contract.operands().size(); k++) {
            if (contract.operands().get(k).op() instanceof Broadcast broadcast) {
                return Optional.of(without(contract, k, broadcast.x(), v.shape(), g));
            }
        }
        return Optional.empty();
    }

    private static Value without(Contract contract, int k, Value x, Shape shape, Builder g) {
        String own = contract.labels().get(k);
        int shift = own.length() - x.shape().rank();
        StringBuilder kept = new StringBuilder();
        for (int axis = shift; axis < own.length(); axis++) {
            kept.append(x.shape().get(axis - shift).isOne() ? "" : own.charAt(axis));
        }
        List<Value> operands = new ArrayList<>(contract.operands());
        List<String> labels = new ArrayList<>(contract.labels());
        operands.set(k, Labels.withoutUnits(x, g));
        labels.set(k, kept.toString());
        Size copies = Size.ONE;
        StringBuilder out = new StringBuilder(contract.out());
        Shape narrow = shape;
        for (char c : own.toCharArray()) {
            boolean found = labels.stream().anyMatch(label -> label.indexOf(c) >= 0);
            int at = contract.out().indexOf(c);
            if (!found && at < 0) {
                copies = copies.times(contract.sizes().get(c));
            } else if (!found) {
                narrow = narrow.with(at, Size.ONE);
                out.deleteCharAt(out.indexOf(String.valueOf(c)));
            }
        }
        Value product = g.reshape(g.contract(operands, labels, out.toString()), narrow);
        Value scaled = copies.isOne() ? product : g.multiply(g.size(copies), product);
        return g.broadcast(scaled, shape);
    }
}
