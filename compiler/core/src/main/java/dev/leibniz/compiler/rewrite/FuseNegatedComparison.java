package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Compare;
import dev.leibniz.compiler.op.Not;
import dev.leibniz.compiler.op.Relation;
import java.util.Optional;

/**
 * {@code !(a == b) → a != b}, {@code !(a != b) → a == b}, of ints any relation (exact).
 *
 * <p>Of floats {@code !(a < b)} is not {@code a >= b} where one of them is NaN.
 */
final class FuseNegatedComparison implements Rule {
    @Override
    public Safety safety() {
        return Safety.EXACT;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (!(v.op() instanceof Not not) || !(not.x().op() instanceof Compare compare)) {
            return Optional.empty();
        }
        Relation relation = compare.relation();
        boolean equality = relation == Relation.EQUAL || relation == Relation.NOT_EQUAL;
        return equality || !compare.a().type().isFloat()
                ? Optional.of(g.compare(opposite(relation), compare.a(), compare.b()))
                : Optional.empty();
    }

    private static Relation opposite(Relation relation) {
        return switch (relation) {
            case EQUAL -> Relation.NOT_EQUAL;
            case NOT_EQUAL -> Relation.EQUAL;
            case LESS -> Relation.GREATER_EQUAL;
            case LESS_EQUAL -> Relation.GREATER;
            case GREATER -> Relation.LESS_EQUAL;
            case GREATER_EQUAL -> Relation.LESS;
        };
    }
}
