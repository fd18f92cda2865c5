package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.ScanResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is added to a gradient one after the other. A sum of a product (or of what a loop collects) and something else is two such terms: the product is then
 * added to where the gradient lies instead of to memory of its own. Zeros are none.
 */
final class GradientTerms {
    private final Map<Value, Integer> users = new HashMap<>();

    GradientTerms(Computation computation) {
        List<Value> gradients =
                computation.gradients().stream().flatMap(Optional::stream).toList();
        List<Value> roots = new ArrayList<>(computation.outputs());
        computation.loss().ifPresent(roots::add);
        roots.addAll(computation.metrics());
        roots.addAll(computation.nextStates());
        roots.addAll(gradients);
        roots.forEach(root -> users.merge(root, 1, Integer::sum));
        computation
                .graph()
                .reachable(roots)
                .forEach(value -> value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum)));
    }

    /** The terms in the order of the sum. */
    List<Value> of(Value gradient) {
        List<Value> terms = new ArrayList<>();
        Deque<Value> open = new ArrayDeque<>(List.of(gradient));
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (value.op() instanceof Add sum && isOnlyUsedOnce(value) && isWorthwhile(sum)) {
                open.push(sum.b());
                open.push(sum.a());
            } else if (!isZero(value)) {
                terms.add(value);
            }
        }
        return terms;
    }

    private boolean isWorthwhile(Add sum) {
        return sum.a().shape().equals(sum.b().shape())
                && sum.operands().stream().anyMatch(operand -> isOnlyUsedOnce(operand) && isAddable(operand));
    }

    private static boolean isAddable(Value term) {
        return term.op() instanceof Contract
                || term.op() instanceof ScanResult
                || term.op() instanceof Add sum
                        && sum.operands().stream().anyMatch(operand -> operand.op() instanceof Contract);
    }

    private boolean isOnlyUsedOnce(Value value) {
        return users.getOrDefault(value, 0) == 1;
    }

    private static boolean isZero(Value value) {
        Value uniform = value;
        while (uniform.op() instanceof Broadcast broadcast) {
            uniform = broadcast.x();
        }
        return uniform.op() instanceof Constant constant && constant.value() == 0;
    }
}
