package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code (x + c) + d → x + (c + d)} for constants c, d that are not huge, with either sign (stable). */
final class FuseConstantTerms implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        Optional<Shifted> outer = shifted(v);
        Optional<Shifted> inner = outer.flatMap(shift -> shifted(shift.x()));
        return inner.map(
                shift -> g.add(shift.x(), g.constant(shift.by() + outer.get().by())));
    }

    private record Shifted(Value x, double by) {}

    private static Optional<Shifted> shifted(Value v) {
        if (!v.type().isFloat()) {
            return Optional.empty();
        } else if (v.op() instanceof Add sum && isTerm(sum.b())) {
            return Optional.of(new Shifted(sum.a(), Terms.constant(sum.b()).getAsDouble()));
        } else if (v.op() instanceof Add sum && isTerm(sum.a())) {
            return Optional.of(new Shifted(sum.b(), Terms.constant(sum.a()).getAsDouble()));
        }
        return v.op() instanceof Subtract difference && isTerm(difference.b())
                ? Optional.of(new Shifted(
                        difference.a(), -Terms.constant(difference.b()).getAsDouble()))
                : Optional.empty();
    }

    private static boolean isTerm(Value v) {
        return Terms.isZero(v) || Terms.constant(v).isPresent() && Terms.isModest(v);
    }
}
