package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Op;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Concat;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Subtract;
import dev.leibniz.compiler.op.Turns;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sums of values over all turns of a loop: sums move inwards through what is linear, and a contraction sums one label more. */
final class SumOfTurns {
    private final AllTurns all;
    private final Turns turns;

    SumOfTurns(AllTurns all, Turns turns) {
        this.all = all;
        this.turns = turns;
    }

    /** The sum, made around the loop. */
    Value of(Value value, Builder g) {
        Map<Value, Value> sums = new HashMap<>();
        for (Value part : parts(value)) {
            sums.put(part, sum(part, sums, g));
        }
        return sums.get(value);
    }

    /** What the sum is made of sums of, operands before users. */
    private List<Value> parts(Value value) {
        Set<Value> parts = new HashSet<>();
        Deque<Value> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Value next = open.pop();
            if (parts.add(next) && isMoved(next)) {
                next.op().operands().stream()
                        .filter(operand -> !isFactor(next, operand))
                        .forEach(open::push);
            }
        }
        return parts.stream().sorted(Comparator.comparingInt(Value::id)).toList();
    }

    private boolean isMoved(Value value) {
        return !all.isAlike(value) && isLinear(value.op(), all);
    }

    private Value sum(Value value, Map<Value, Value> sums, Builder g) {
        if (isMoved(value)) {
            return g.add(value.op()
                    .withOperands(value.op().operands().stream()
                            .map(operand -> isFactor(value, operand)
                                    ? all.of(operand).orElseThrow().value()
                                    : sums.get(operand))
                            .toList()));
        } else if (all.isAlike(value)) {
            return g.multiply(all.of(value).orElseThrow().value(), g.size(turns.count()));
        } else if (value.op() instanceof Contract contract) {
            List<Stacked> parts = contract.operands().stream()
                    .map(operand -> all.of(operand).orElseThrow())
                    .toList();
            return AllTurns.sum(contract, parts, g);
        }
        Stacked stacked = all.of(value).orElseThrow();
        return g.reshape(g.reduce(Combine.SUM, stacked.value(), List.of(stacked.axis())), value.shape());
    }

    private boolean isFactor(Value value, Value operand) {
        return (value.op() instanceof Multiply || value.op() instanceof Divide) && all.isAlike(operand);
    }

    /** Whether the sum of its results is the result for the sums of the operands that are not the same in all turns. */
    static boolean isLinear(Op op, AllTurns all) {
        if (op instanceof Multiply product) {
            return all.isAlike(product.a()) || all.isAlike(product.b());
        } else if (op instanceof Divide quotient) {
            return all.isAlike(quotient.b());
        }
        return op instanceof Add
                || op instanceof Subtract
                || op instanceof Negate
                || op instanceof Concat
                || op instanceof Reshape
                || op instanceof Permute
                || op instanceof Broadcast
                || op instanceof Pad pad && pad.value() == 0 && !pad.mentions(all.variable());
    }
}
