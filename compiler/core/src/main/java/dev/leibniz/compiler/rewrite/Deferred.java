package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Body;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which values of a loop's turns are computed behind the loop, and what turns collect for that. */
final class Deferred {
    private final AllTurns all;
    private final Map<Value, Integer> users = new HashMap<>();
    private final Set<Value> collected;
    private final Set<Value> known;

    /** @param values the body's, operands before users */
    Deferred(Body body, List<Value> values, AllTurns all) {
        this.all = all;
        for (Value value : values) {
            value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum));
        }
        body.results().forEach(result -> users.merge(result, 1, Integer::sum));
        this.collected = new LinkedHashSet<>();
        this.known = new LinkedHashSet<>(body.collected());
    }

    /** What is collected for all that has been asked about and found worth it. */
    List<Value> collected() {
        return List.copyOf(collected);
    }

    // -- sums

    /** Whether the sum of a value over all turns is had with products behind the loop, or costs nothing more there. */
    boolean sums(Value value) {
        List<Value> summed = new ArrayList<>();
        Deque<Value> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Value next = open.pop();
            if (all.isAlike(next)) {
                continue;
            } else if (users.get(next) > 1) {
                return false;
            } else if (SumOfTurns.isLinear(next.op(), all)) {
                next.op().operands().forEach(open::push);
            } else if (isSummedInOne(next)) {
                summed.add(next);
            } else if (all.of(next).isEmpty()) {
                return false;
            }
        }
        return collect(summed, Deferred::isMatrix);
    }

    /** Whether the sum over the turns becomes part of the operation itself. */
    private static boolean isSummedInOne(Value value) {
        return value.op() instanceof Contract
                || value.op() instanceof Reduce reduce && reduce.combine() == Combine.SUM
                || isOuter(value);
    }

    /** Whether the result has rows from one operand and columns from the other, so that no turn computes less than it. */
    private static boolean isMatrix(Value value) {
        return isOuter(value)
                || value.op() instanceof Contract contract
                        && contract.labels().stream()
                                .allMatch(own -> own.chars().anyMatch(label -> isOwn((char) label, contract)));
    }

    /** Whether one operand alone has the label, and the result. */
    private static boolean isOwn(char label, Contract contract) {
        long owners = contract.labels().stream()
                .filter(labels -> labels.indexOf(label) >= 0)
                .count();
        return owners == 1
                && contract.out().indexOf(label) >= 0
                && !contract.sizes().get(label).isOne();
    }

    private static boolean isOuter(Value value) {
        return value.op() instanceof Multiply
                && value.op().operands().stream()
                        .noneMatch(operand ->
                                operand.shape().elements().equals(value.shape().elements()));
    }

    // -- products

    /** Whether a value that turns only collect is the result of products that those over the rows of all turns replace. */
    boolean computes(Value value) {
        if (collected.contains(source(value))) {
            return false;
        }
        List<Value> products = new ArrayList<>();
        Deque<Value> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Value next = open.pop();
            if (all.of(next).isPresent() || collected.contains(source(next))) {
                continue;
            } else if (users.get(next) > 1) {
                return false;
            } else if (next.op() instanceof Contract contract && all.sharesAnOperand(contract)) {
                products.add(next);
            } else if (next.op() instanceof Elementwise || isView(next)) {
                next.op().operands().forEach(open::push);
            } else {
                return false;
            }
        }
        return !products.isEmpty() && collect(products, this::isWide);
    }

    /** Whether what there is to collect is not more than the result. */
    private boolean isWide(Value value) {
        return value.op().operands().stream()
                .filter(operand -> all.of(operand).isEmpty())
                .allMatch(operand ->
                        value.shape().elements().covers(source(operand).shape().elements()));
    }

    // -- what they need

    /** Collects what the values are computed from, if all of it is known behind the loop or the value is worth it. */
    private boolean collect(List<Value> values, Predicate<Value> isWorthIt) {
        for (Value value : values) {
            if (!isWorthIt.test(value) && !value.op().operands().stream().allMatch(this::isKnown)) {
                return false;
            }
        }
        for (Value value : values) {
            value.op().operands().stream()
                    .filter(operand -> all.of(operand).isEmpty())
                    .forEach(operand -> collected.add(source(operand)));
        }
        return true;
    }

    private boolean isKnown(Value value) {
        Value source = source(value);
        return all.of(value).isPresent() || collected.contains(source) || known.contains(source);
    }

    /** What is collected for a value: of a view, what it shows. */
    private static Value source(Value value) {
        Value source = value;
        while (isView(source)) {
            source = source.op().operands().get(0);
        }
        return source;
    }

    private static boolean isView(Value value) {
        return value.op() instanceof Reshape || value.op() instanceof Permute || value.op() instanceof Broadcast;
    }
}
