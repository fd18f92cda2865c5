package dev.leibniz.compiler.randomprogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forms that people write and that rules know. */
final class IdiomProductions {
    private static final String[] FORMS = {
        "log(exp(%s))",
        "log(1 + exp(%s))",
        "log(1 + (%s)^2)",
        "(exp(%s) - 1)",
        "1 / (1 + exp(-%s))",
        "(1 - sigmoid(%s))",
        "log(sigmoid(%s))",
        "log(1 - sigmoid(%s))",
        "(%s - 0)",
        "(%s)^0",
        "((%s + 1) - 3)",
        "(2 * (%s * 3))",
        "(1 / (%s / 2))",
        "(-(-%s))",
        "(%s / 4 / 2)",
        "((%1$s)^2)^0.5",
        "(%1$s * 2 - %1$s * 3)",
        "exp(-(%1$s)^2 / 2) / sqrt(6.2831853)"
    };
    private static final String[] PAIRS = {
        "log(exp(%1$s) + exp(%2$s))",
        "-(%2$s * log(sigmoid(%1$s)) + (1 - %2$s) * log(1 - sigmoid(%1$s)))",
        "(sigmoid(%1$s) - %2$s)^2",
        "(%1$s * %2$s - %1$s * sin(%2$s))",
        "(%1$s - -%2$s)",
        "(%1$s * -%2$s)",
        "(%1$s > %2$s ? %1$s * %2$s : 0)",
        "(!(%1$s < %2$s) ? %1$s : %2$s)",
        "(%1$s > 0 ? %1$s : 0) * (%2$s > 0 ? 1 : 0)",
        "pow(1 + abs(%1$s), %2$s)"
    };
    private static final String[] ALONG = {
        "exp(log_softmax(%1$s, axis = #))",
        "log(softmax(%1$s, axis = #))",
        "softmax(%1$s + 3, axis = #)",
        "(exp(%1$s) / sum(exp(%1$s), axis = #, keep = true))",
        "(softmax(%1$s, axis = #) / sum(softmax(%1$s, axis = #), axis = #, keep = true))",
        "softmax(%1$s - logsumexp(%1$s, axis = #, keep = true), axis = #)",
        "log_softmax(%1$s - max(%1$s, axis = #, keep = true), axis = #)",
        "(%1$s / sqrt(sum((%1$s)^2, axis = #, keep = true)))",
        "(%1$s / sum(abs(%1$s) + 1, axis = #, keep = true))",
        "reverse(cumsum(reverse(%1$s, axis = #), #), axis = #)",
        "broadcast(sum(%1$s, axis = #, keep = true), shape(%1$s))"
    };
    private static final String[] REDUCED = {
        "log(sum(exp(%1$s), axis = #))",
        "(log(sum(exp(%1$s - max(%1$s, axis = #, keep = true)), axis = #)) + max(%1$s, axis = #))",
        "logsumexp(%1$s + 2, axis = #)",
        "sum(softmax(%1$s, axis = #) * %1$s, axis = #)",
        "sqrt(sum((%1$s)^2, axis = #))",
        "sum(-%1$s, axis = #)",
        "sum(2 * %1$s, axis = #)",
        "var(%1$s, axis = #, unbiased = false)",
        "mean(max(%1$s, axis = #, keep = true), axis = #)",
        "sum(sum(%1$s, axis = #, keep = true), axis = #)",
        "folded(%1$s, axis = #)"
    };

    static final List<Production> ALL = List.of(
            Production.always((want, parts) -> Expr.of(want, "(" + parts.draft().one(FORMS) + ")", parts.of(want))),
            Production.always((want, parts) ->
                    Expr.of(want, "(" + parts.draft().one(PAIRS) + ")", parts.of(want), parts.of(want))),
            IdiomProductions::along,
            IdiomProductions::reduced,
            IdiomProductions::reduced,
            IdiomProductions::picked,
            IdiomProductions::parts,
            IdiomProductions::spread);

    private IdiomProductions() {}

    private static Optional<Expr> along(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        String axis = Integer.toString(parts.draft().below(want.rank()));
        return Optional.of(Expr.of(want, parts.draft().one(ALONG).replace("#", axis), parts.of(want)));
    }

    private static Optional<Expr> reduced(Type want, Expressions parts) {
        String form = parts.draft().one(REDUCED);
        boolean last = form.startsWith("folded");
        int axis = last ? want.rank() : parts.draft().below(want.rank() + 1);
        Type whole = want.insert(axis, parts.draft().dim());
        String format = last ? "folded(%s)" : form.replace("#", Integer.toString(axis));
        return parts.draft().fits(whole) ? Optional.of(Expr.of(want, format, parts.of(whole))) : Optional.empty();
    }

    /** What one_hot picks. */
    private static Optional<Expr> picked(Type want, Expressions parts) {
        Dim classes = parts.draft().fixedDim();
        Type whole = want.insert(want.rank(), classes);
        if (want.rank() == 0 || !parts.draft().mayDeclare() || !parts.draft().fits(whole)) {
            return Optional.empty();
        }
        String hot = "one_hot(%1$s, " + classes.text() + ")";
        if (parts.draft().chance(0.4) && want.rank() > 1) {
            Expr ids = parts.draft().ids(want.shape().subList(0, want.rank() - 1), classes);
            Type table = Type.floats(List.of(classes, want.last()));
            return Optional.of(Expr.of(want, "(" + hot + " @ %2$s)", ids, parts.of(table)));
        }
        String form = parts.draft()
                .one(
                        "sum(# * %2$s, axis = -1)",
                        "log(sum(# * softmax(%2$s), axis = -1))",
                        "sum(# * log(softmax(%2$s)), axis = -1)",
                        "sum(#, axis = -1) * sum(%2$s, axis = -1)");
        Expr ids = parts.draft().ids(want.shape(), classes);
        return Optional.of(Expr.of(want, "(" + form.replace("#", hot) + ")", ids, parts.of(whole)));
    }

    /** Taken apart and put together. */
    private static Optional<Expr> parts(Type want, Expressions parts) {
        if (want.rank() == 0
                || want.shape().get(0).isFree()
                || want.shape().get(0).value() < 2) {
            return Optional.empty();
        }
        int at = 1 + parts.draft().below(want.shape().get(0).value() - 1);
        Dim size = want.shape().get(0);
        String format = parts.draft()
                .one(
                        "concat([(%1$s)[0:#], (%1$s)[#:]], 0)",
                        "concat([(%1$s)[#:], (%1$s)[0:#]], 0)",
                        "concat([concat([sin((%1$s)[0:#]), (%1$s)[#:]], 0), %1$s], 0)[$:]",
                        "concat([%1$s, 2 * %1$s], 0)[#:$ + #]",
                        "concat([%1$s, 2 * %1$s], 0)[0:$]")
                .replace("#", Integer.toString(at))
                .replace("[$", "[" + size.text())
                .replace(":$", ":" + size.text());
        return Optional.of(Expr.of(want, format, parts.of(want)));
    }

    /** Padded, then a part of that. */
    private static Optional<Expr> spread(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        List<String> widths = new ArrayList<>(List.of("[2, 1]"));
        while (widths.size() < want.rank()) {
            widths.add("[0, 0]");
        }
        String from = parts.draft().one("2:-1", "1:-2", "3:", "0:-3");
        return Optional.of(Expr.of(want, "pad(%s, [" + String.join(", ", widths) + "])[" + from + "]", parts.of(want)));
    }
}
