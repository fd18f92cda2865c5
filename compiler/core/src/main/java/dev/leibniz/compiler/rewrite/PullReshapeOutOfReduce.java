package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Shape;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Reduce;
import dev.leibniz.compiler.op.Reshape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code reduce(reshape(x)) → reshape(reduce(x))} where the reshape only adds or drops axes of size 1 (exact). */
final class PullReshapeOutOfReduce implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Reduce reduce)) {
            return Optional.empty();
        }
        return Terms.unitReshape(reduce.x())
                .map(reshape -> g.reshape(g.reduce(reduce.combine(), reshape.x(), axes(reduce, reshape)), v.shape()))
                .filter(pulled -> pulled != v);
    }

    /** The reduced axes among those of the value before it was reshaped; the proper axes of both stand in one order. */
    private static List<Integer> axes(Reduce reduce, Reshape reshape) {
        List<Integer> before = proper(reshape.x().shape());
        List<Integer> after = proper(reduce.x().shape());
        return reduce.axes().stream()
                .filter(after::contains)
                .map(axis -> before.get(after.indexOf(axis)))
                .toList();
    }

    private static List<Integer> proper(Shape shape) {
        return IntStream.range(0, shape.rank())
                .filter(axis -> !shape.get(axis).isOne())
                .boxed()
                .toList();
    }
}
