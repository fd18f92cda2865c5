package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.List;
import java.util.Optional;

/** Sums and what else runs along axes. */
final class ReductionProductions {
    private static final String[] NAMES = {
        "sum", "mean", "sum", "mean", "max", "min", "var", "logsumexp", "norm", "prod", "sum"
    };

    static final List<Production> ALL = List.of(
            ReductionProductions::one,
            ReductionProductions::one,
            ReductionProductions::one,
            ReductionProductions::two,
            ReductionProductions::kept,
            ReductionProductions::counted,
            ReductionProductions::along,
            ReductionProductions::along,
            ReductionProductions::crossEntropy,
            ReductionProductions::normalised);

    private ReductionProductions() {}

    /** Along an axis that is then gone; where it is 1, perhaps kept. */
    private static Optional<Expr> one(Type want, Expressions parts) {
        int axis = parts.draft().below(want.rank() + 1);
        Type whole = want.insert(axis, parts.draft().dim());
        String text = parts.draft().one(NAMES) + "(%s, axis = "
                + (parts.draft().chance(0.3) ? axis - whole.rank() : axis) + ")";
        return parts.draft().fits(whole) ? Optional.of(Expr.of(want, text, parts.of(whole))) : Optional.empty();
    }

    private static Optional<Expr> two(Type want, Expressions parts) {
        int axis = parts.draft().below(want.rank() + 1);
        int second = axis + parts.draft().below(want.rank() + 1 - axis) + 1;
        Type whole = want.insert(axis, parts.draft().dim())
                .insert(second, parts.draft().dim());
        String text =
                parts.draft().one("sum", "mean", "max", "logsumexp") + "(%s, axis = [" + axis + ", " + second + "])";
        return parts.draft().fits(whole) ? Optional.of(Expr.of(want, text, parts.of(whole))) : Optional.empty();
    }

    /** A tensor next to a reduction of it that keeps its axis. */
    private static Optional<Expr> kept(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        String reduction =
                parts.draft().one(NAMES) + "(%1$s, axis = " + parts.draft().below(want.rank()) + ", keep = true)";
        String format = parts.draft()
                .one("(%1$s - #)", "(%1$s / (1 + #^2))", "(%1$s * #)", "(# - sin(%1$s))")
                .replace("#", reduction);
        return Optional.of(Expr.of(want, format, parts.of(want)));
    }

    /** How often something holds. */
    private static Optional<Expr> counted(Type want, Expressions parts) {
        int axis = parts.draft().below(want.rank() + 1);
        Type whole = want.insert(axis, parts.draft().dim()).of(DType.BOOL);
        String text = "mean(%s, axis = " + axis + ")";
        return parts.draft().fits(whole) ? Optional.of(Expr.of(want, text, parts.of(whole))) : Optional.empty();
    }

    private static Optional<Expr> along(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        String name = parts.draft().one("softmax", "log_softmax", "cumsum", "softmin", "reverse");
        return Optional.of(
                Expr.of(want, name + "(%s, axis = " + parts.draft().below(want.rank()) + ")", parts.of(want)));
    }

    private static Optional<Expr> crossEntropy(Type want, Expressions parts) {
        Dim classes = parts.draft().fixedDim();
        Type logits = want.insert(want.rank(), classes);
        if (!parts.draft().fits(logits)) {
            return Optional.empty();
        } else if (parts.draft().chance(0.5) && want.rank() > 0 && parts.draft().mayDeclare()) {
            return Optional.of(Expr.of(
                    want,
                    "cross_entropy(%s, %s)",
                    parts.of(logits),
                    parts.draft().ids(want.shape(), classes)));
        }
        String format = parts.draft()
                .one(
                        "cross_entropy(%s, softmax(%s))",
                        "kl_divergence(log_softmax(%s), softmax(%s))",
                        "cosine_similarity(%s, %s)",
                        "sum(%s * log(softmax(%s)), axis = -1)");
        return Optional.of(Expr.of(want, format, parts.of(logits), parts.of(logits)));
    }

    private static Optional<Expr> normalised(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        String axis = "axis = " + parts.draft().below(want.rank()) + ", keep = true";
        String format = parts.draft()
                .one(
                        "(%1$s / (0.1 + norm(%1$s, #)))",
                        "(exp(%1$s - max(%1$s, #)) / sum(exp(%1$s - max(%1$s, #)), #))",
                        "((%1$s - mean(%1$s, #)) / sqrt(var(%1$s, #) + 0.01))")
                .replace("#", axis);
        return Optional.of(Expr.of(want, format, parts.of(want)));
    }
}
