package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.kernel.Combine;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Reduce;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code sum(a·b) → contract(a, b)} where each of a and b is repeated along an axis that is kept (stable).
 *
 * <p>So the products are never all in memory. Sums of products of one shape stay: they fuse with what computes a and b.
 */
final class FuseSumOfProduct implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)
                || reduce.combine() != Combine.SUM
                || !v.type().isFloat()
                || !(reduce.x().op() instanceof Multiply product)
                || reduce.x().shape().rank() > 26) {
            return Optional.empty();
        }
        Shape shape = reduce.x().shape();
        List<Integer> kept = IntStream.range(0, shape.rank())
                .filter(axis ->
                        !reduce.axes().contains(axis) && !shape.get(axis).isOne())
                .boxed()
                .toList();
        String a = labels(product.a(), shape);
        String b = labels(product.b(), shape);
        boolean both = kept.stream().anyMatch(axis -> a.indexOf(letter(axis)) < 0)
                && kept.stream().anyMatch(axis -> b.indexOf(letter(axis)) < 0)
                && reduce.axes().stream()
                        .allMatch(axis -> a.indexOf(letter(axis)) >= 0 && b.indexOf(letter(axis)) >= 0);
        if (!both) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        kept.forEach(axis -> out.append(letter(axis)));
        Value contracted = g.contract(
                List.of(Labels.withoutUnits(product.a(), g), Labels.withoutUnits(product.b(), g)),
                List.of(a, b),
                out.toString());
        return Optional.of(g.reshape(contracted, v.shape()));
    }

    /** The axes of the product that the factor has with more than one element. */
    private static String labels(Value factor, Shape shape) {
        int shift = shape.rank() - factor.shape().rank();
        StringBuilder labels = new StringBuilder();
        for (int axis = 0; axis < factor.shape().rank(); axis++) {
            if (!factor.shape().get(axis).isOne()) {
                labels.append(letter(axis + shift));
            }
        }
        return labels.toString();
    }

    private static char letter(int axis) {
        return (char) ('a' + axis);
    }
}
