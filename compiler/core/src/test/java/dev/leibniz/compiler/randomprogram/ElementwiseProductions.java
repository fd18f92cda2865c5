package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.List;
import java.util.Optional;

/** Arithmetic and functions, element by element. */
final class ElementwiseProductions {
    private static final String[] FUNCTIONS = {
        "sin(%s)",
        "cos(%s)",
        "tanh(%s)",
        "sigmoid(%s)",
        "erf(%s)",
        "exp(-abs(%s))",
        "exp(sin(%s))",
        "log1p(abs(%s))",
        "expm1(tanh(%s))",
        "abs(%s)",
        "softplus(%s)",
        "relu(%s)",
        "gelu(%s)",
        "silu(%s)",
        "elu(%s)",
        "mish(%s)",
        "softsign(%s)",
        "leaky_relu(%s)",
        "clip(%s, -1, 1)",
        "hard_sigmoid(%s)",
        "log_sigmoid(%s)",
        "selu(%s)",
        "relu6(%s)",
        "gelu_tanh(%s)",
        "(-%s)",
        "(%s)^2",
        "(%s)^3",
        "(1 - %s)",
        "stop_gradient(%s)",
        "checkpoint(%s)"
    };
    private static final String[] GUARDED = {
        "log(1 + (%s)^2)", "sqrt(0.1 + (%s)^2)", "1 / (1 + (%s)^2)", "(1 + (%s)^2)^-1.5", "2^tanh(%s)"
    };
    private static final String[] BOLD = {
        "exp(%s)",
        "log(%s)",
        "sqrt(abs(%s))",
        "floor(%s)",
        "round(%s)",
        "sign(%s)",
        "1 / %s",
        "pow(abs(%s), 1.5)",
        "log(sigmoid(%s))",
        "log(1 + exp(%s))",
        "(exp(%s) - 1)",
        "1 / (1 + exp(-%s))",
        "(1 - sigmoid(%s))"
    };
    private static final String[] OPERATORS = {
        "(%s + %s)",
        "(%s + %s)",
        "(%s - %s)",
        "(%s - %s)",
        "(%s * %s)",
        "(%s * %s)",
        "(%s * %s)",
        "min(%s, %s)",
        "max(%s, %s)",
        "huber(%s, %s)",
        "squared_error(%s, %s)",
        "absolute_error(%s, %s)",
        "binary_cross_entropy(%s, sigmoid(%s))",
        "(%s / (1 + (%s)^2))",
        "(%s / sqrt(1 + abs(%s)))",
        "(%s * exp(-(%s)^2))",
        "hinge(%s, %s)"
    };

    static final List<Production> ALL = List.of(
            Production.always((want, parts) -> Expr.of(want, parts.draft().one(FUNCTIONS), parts.of(want))),
            Production.always((want, parts) -> Expr.of(
                    want, "(" + parts.draft().one(parts.draft().chance(0.15) ? BOLD : GUARDED) + ")", parts.of(want))),
            ElementwiseProductions::binary,
            ElementwiseProductions::binary,
            ElementwiseProductions::scaled,
            ElementwiseProductions::choice,
            ElementwiseProductions::twice,
            ElementwiseProductions::call);

    private ElementwiseProductions() {}

    private static Optional<Expr> binary(Type want, Expressions parts) {
        Type other = parts.draft().chance(0.4) ? parts.draft().smaller(want) : want;
        String operator = parts.draft().one(OPERATORS);
        return Optional.of(
                parts.draft().chance(0.5)
                        ? Expr.of(want, operator, parts.of(want), parts.of(other))
                        : Expr.of(want, operator, parts.of(other), parts.of(want)));
    }

    private static Optional<Expr> scaled(Type want, Expressions parts) {
        String format = parts.draft()
                .one("(%s * #)", "(# * %s)", "(%s + #)", "(# - %s)", "(%s / #)", "max(%s, #)", "min(%s, #)");
        return Optional.of(Expr.of(want, format.replace("#", parts.draft().number()), parts.of(want)));
    }

    private static Optional<Expr> choice(Type want, Expressions parts) {
        if (parts.draft().pure) {
            return Optional.of(Expr.of(want, "(%s > 0 ? %s : %s)", parts.of(want), parts.of(want), parts.of(want)));
        }
        Type condition = parts.draft().smaller(want).of(DType.BOOL);
        return Optional.of(
                parts.draft().chance(0.3)
                        ? Expr.of(want, "(%s ? %s : 0)", parts.of(condition), parts.of(want))
                        : Expr.of(want, "(%s ? %s : %s)", parts.of(condition), parts.of(want), parts.of(want)));
    }

    /** An expression used twice, so that it has two users. */
    private static Optional<Expr> twice(Type want, Expressions parts) {
        Expr part = parts.of(want);
        String format = parts.draft()
                .one(
                        "(%1$s * %1$s)",
                        "(%1$s + sin(%1$s))", "(%1$s - %1$s / 2)", "(%1$s * sigmoid(%1$s))", "(%1$s * 3 + %1$s)");
        return Optional.of(Expr.of(want, format, part));
    }

    /** A function of the program. */
    private static Optional<Expr> call(Type want, Expressions parts) {
        if (parts.draft().pure || parts.draft().declarations.isEmpty()) {
            return Optional.empty();
        }
        String function = "f" + parts.draft().below(parts.draft().declarations.size());
        return Optional.of(Expr.of(want, function + "(%s, %s)", parts.of(want), parts.of(want)));
    }
}
