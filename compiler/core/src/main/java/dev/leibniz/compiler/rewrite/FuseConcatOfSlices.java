package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Concat;
import dev.leibniz.compiler.op.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code concat(x[a:b], x[b:c]) → x[a:c]} (exact). */
final class FuseConcatOfSlices implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Concat concat)) {
            return Optional.empty();
        }
        List<Value> parts = new ArrayList<>();
        for (Value part : concat.operands()) {
            int last = parts.size() - 1;
            Optional<Value> joined = last < 0 ? Optional.empty() : joined(parts.get(last), part, concat.axis(), g);
            joined.ifPresentOrElse(both -> parts.set(last, both), () -> parts.add(part));
        }
        return parts.size() < concat.operands().size() ? Optional.of(g.concat(parts, concat.axis())) : Optional.empty();
    }

    private static Optional<Value> joined(Value a, Value b, int axis, Builder g) {
        return a.op() instanceof Slice p
                        && b.op() instanceof Slice q
                        && p.x() == q.x()
                        && p.axis() == axis
                        && q.axis() == axis
                        && p.step() == 1
                        && q.step() == 1
                        && q.start().equals(p.start().plus(p.count()))
                ? Optional.of(g.slice(p.x(), axis, p.start(), p.count().plus(q.count()), 1))
                : Optional.empty();
    }
}
