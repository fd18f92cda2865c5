package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Elementwise;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code reduce(f(x)) → reduce(reduce(f(x)))} to one number: along the inner axis first, then over the rest (stable).
 *
 * <p>So rows are reduced where they are computed, and never all in memory.
 */
final class DecomposeReduction implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)
                || !(reduce.x().op() instanceof Elementwise)
                || reduce.x().op().operands().stream().anyMatch(operand -> operand.op() instanceof Windows)) {
            return Optional.empty();
        }
        Shape shape = reduce.x().shape();
        List<Integer> proper = new ArrayList<>(IntStream.range(0, shape.rank())
                .filter(axis -> !shape.get(axis).isOne())
                .boxed()
                .toList());
        if (proper.size() < 2 || !reduce.axes().containsAll(proper)) {
            return Optional.empty();
        }
        int inner = proper.remove(proper.size() - 1);
        Value rows = g.reduce(reduce.combine(), reduce.x(), List.of(inner));
        return Optional.of(g.reduce(reduce.combine(), rows, proper));
    }
}
