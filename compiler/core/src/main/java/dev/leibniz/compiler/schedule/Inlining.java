package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.And;
import dev.leibniz.compiler.op.Broadcast;
import dev.leibniz.compiler.op.Compare;
import dev.leibniz.compiler.op.Concat;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Contract;
import dev.leibniz.compiler.op.Convert;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Gather;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.JoinTiles;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Not;
import dev.leibniz.compiler.op.OneHot;
import dev.leibniz.compiler.op.Or;
import dev.leibniz.compiler.op.OverlapAdd;
import dev.leibniz.compiler.op.Pad;
import dev.leibniz.compiler.op.Permute;
import dev.leibniz.compiler.op.Pointwise;
import dev.leibniz.compiler.op.Range;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.ScatterAdd;
import dev.leibniz.compiler.op.Slice;
import dev.leibniz.compiler.op.StopGradient;
import dev.leibniz.compiler.op.Windows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values are never computed on their own: views and cheap predicates are put into the expressions of whoever reads them, and a reshape is another
 * name for its operand's memory.
 */
final class Inlining {
    /** Views of views of … beyond this many get memory, so that expressions stay shallow. */
    private static final int DEEPEST = 12;

    /** What is put into an expression reads no more values than this, so that kernels do not have too many parameters. */
    private static final int MOST_READS = 48;

    private final Set<Value> forced = new HashSet<>();
    private final Set<Value> folded = new HashSet<>();
    private final Map<Value, Integer> depths = new HashMap<>();
    private final Map<Value, Integer> reads = new HashMap<>();

    /**
     * @param values what is to be computed, operands before users
     * @param targets those of them that must end up in memory
     */
    Inlining(List<Value> values, List<Value> targets) {
        targets.forEach(this::force);
        fold(values);
        values.forEach(this::require);
    }

    /** What only one kernel needs, and each element once, is never in memory. */
    private void fold(List<Value> values) {
        Map<Value, Integer> users = new HashMap<>();
        values.forEach(value -> value.op().operands().forEach(operand -> users.merge(operand, 1, Integer::sum)));
        for (int k = values.size() - 1; k >= 0; k--) {
            Value user = values.get(k);
            user.op().operands().stream()
                    .filter(operand -> users.get(operand) == 1 && isFoldable(user, operand))
                    .forEach(folded::add);
        }
    }

    /** Windows that are made only to be added up or reduced, and padding within padding. */
    private boolean isFoldable(Value user, Value operand) {
        if (user.op() instanceof JoinTiles) {
            return operand.op() instanceof Elementwise;
        } else if (operand.op() instanceof JoinTiles) {
            return user.op() instanceof Elementwise
                    && !isLight(user)
                    && user.shape().equals(operand.shape());
        } else if (user.op() instanceof OverlapAdd) {
            return operand.op() instanceof Elementwise
                    || operand.op() instanceof Contract contract && ContractionNest.isProduct(contract);
        } else if (user.op() instanceof Reduce) {
            return operand.op() instanceof Elementwise
                    && operand.op().operands().stream().anyMatch(shown -> shown.op() instanceof Windows);
        } else if (user.op() instanceof Pad outer) {
            return operand.op() instanceof Pad inner && inner.value() == outer.value();
        }
        return operand.op() instanceof Elementwise
                && folded.contains(user)
                && user.op() instanceof Elementwise
                && operand.shape().equals(user.shape());
    }

    /** Whether the value is computed by its only user. */
    boolean isFolded(Value value) {
        return folded.contains(value) && !forced.contains(value);
    }

    private void require(Value value) {
        if (isAlias(value) && !(base(value).op() instanceof Range)) {
            force(((Reshape) value.op()).x());
        } else if (value.op() instanceof Scan scan) {
            scan.operands().subList(scan.carries(), scan.operands().size()).forEach(this::force);
        } else if (value.op() instanceof Contract || value.op() instanceof ScatterAdd) {
            value.op().operands().stream()
                    .filter(operand -> !isStridedView(operand))
                    .forEach(this::force);
        }
        limitReads(value);
        int depth = 0;
        if (isInlined(value)) {
            for (Value operand : value.op().operands()) {
                depth = Math.max(depth, 1 + depths.getOrDefault(operand, 0));
            }
            if (depth > DEEPEST) {
                forced.add(value);
                depth = 0;
            }
        }
        depths.put(value, depth);
    }

    /** Gives operands memory if all that they read together is too much for one expression. */
    private void limitReads(Value value) {
        int all = 0;
        for (Value operand : value.op().operands()) {
            all += readsOf(operand);
        }
        if (all > MOST_READS) {
            all = value.op().operands().size();
            value.op().operands().stream()
                    .filter(operand -> readsOf(operand) > 1 && operand.op() instanceof Pointwise)
                    .forEach(this::force);
        }
        reads.put(value, all);
    }

    private int readsOf(Value operand) {
        return isInlined(operand) ? Math.max(1, reads.getOrDefault(operand, 1)) : 1;
    }

    private void force(Value value) {
        Value base = base(value);
        if (!isOutside(base)) {
            forced.add(base);
        }
    }

    /** Whether the value comes from outside of the graph. */
    static boolean isOutside(Value value) {
        return value.op() instanceof Leaf || value.op() instanceof Given;
    }

    /** Whether the value is computed inside the expressions of its users. */
    boolean isInlined(Value value) {
        return !forced.contains(value) && (folded.contains(value) || isLight(value));
    }

    private static boolean isLight(Value value) {
        if (value.op() instanceof Elementwise) {
            return value.op() instanceof Compare
                    || value.op() instanceof Convert
                    || value.op() instanceof Not
                    || value.op() instanceof And
                    || value.op() instanceof Or
                    || value.op() instanceof StopGradient;
        }
        return value.op() instanceof Pointwise && !isHeavyView(value) && !isMemoryReshape(value);
    }

    /** Views with a decision or a look-up for each element are worth computing once. */
    private static boolean isHeavyView(Value value) {
        return value.op() instanceof Pad
                || value.op() instanceof Concat
                || value.op() instanceof Gather
                || value.op() instanceof JoinTiles;
    }

    /** Whether the value is another name for its operand's memory. */
    boolean isAlias(Value value) {
        return !forced.contains(value) && isMemoryReshape(value);
    }

    /** The value whose memory this one's name stands for; the value itself if it is no alias. */
    Value base(Value value) {
        Value base = value;
        while (isAlias(base)) {
            base = ((Reshape) base.op()).x();
        }
        return base;
    }

    private static boolean isMemoryReshape(Value value) {
        return value.op() instanceof Reshape reshape
                && !onlyMovesOnes(reshape.x().shape(), value.shape());
    }

    private static boolean onlyMovesOnes(Shape from, Shape to) {
        return proper(from).equals(proper(to));
    }

    private static List<Size> proper(Shape shape) {
        return shape.sizes().stream().filter(size -> !size.isOne()).toList();
    }

    /** Whether elements of the value, read where they are, lie on top of each other. */
    boolean overlaps(Value value) {
        Value base = value;
        while (isInlined(base) && !base.op().operands().isEmpty()) {
            if (base.op() instanceof Windows) {
                return true;
            }
            base = base.op().operands().get(0);
        }
        return false;
    }

    /** Whether the elements lie at fixed distances in the memory of some value that has memory. */
    private boolean isStridedView(Value value) {
        Value base = value;
        while (isInlined(base)) {
            boolean keepsStrides = base.op() instanceof Permute
                    || base.op() instanceof Slice
                    || base.op() instanceof Windows
                    || base.op() instanceof Broadcast
                    || base.op() instanceof Reshape
                    || base.op() instanceof StopGradient;
            if (!keepsStrides) {
                return false;
            }
            base = base.op().operands().get(0);
        }
        return !(base.op() instanceof Constant || base.op() instanceof OneHot);
    }
}
