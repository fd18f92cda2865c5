package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Subtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code a·p ± a·q → a·(p ± q)}, {@code a·p ± a → a·(p ± 1)}, {@code p/a ± q/a → (p ± q)/a} (stable).
 *
 * <p>Only where neither product has another user.
 */
final class PullCommonFactor implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        return apply(v, g, value -> true);
    }

    @Override
    public Optional<Value> apply(Value v, Builder g, Uses uses) {
        boolean sum = v.op() instanceof Add;
        if (!(sum || v.op() instanceof Subtract) || !v.type().isFloat()) {
            return Optional.empty();
        }
        Value left = v.op().operands().get(0);
        Value right = v.op().operands().get(1);
        Pair join = (p, q) -> sum ? g.add(p, q) : g.subtract(p, q);
        if (left.op() instanceof Divide p && right.op() instanceof Divide q && p.b() == q.b()) {
            return uses.once(left) && uses.once(right)
                    ? Optional.of(g.divide(join.of(p.a(), q.a()), p.b()))
                    : Optional.empty();
        }
        for (Factored p : factored(left, g, uses)) {
            for (Factored q : factored(right, g, uses)) {
                if (p.factor() == q.factor() && (p.proper() || q.proper())) {
                    return Optional.of(g.multiply(p.factor(), join.of(p.rest(), q.rest())));
                }
            }
        }
        return Optional.empty();
    }

    private interface Pair {
        Value of(Value p, Value q);
    }

    /** The value as {@code factor·rest}; proper if it is a product. */
    private record Factored(Value factor, Value rest, boolean proper) {}

    private static List<Factored> factored(Value v, Builder g, Uses uses) {
        List<Factored> ways = new ArrayList<>();
        if (v.op() instanceof Multiply product && uses.once(v)) {
            ways.add(new Factored(product.a(), product.b(), true));
            ways.add(new Factored(product.b(), product.a(), true));
        }
        ways.add(new Factored(v, g.one(), false));
        return ways;
    }
}
