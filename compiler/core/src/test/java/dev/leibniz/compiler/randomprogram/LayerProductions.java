package dev.leibniz.compiler.randomprogram;

import java.util.List;
import java.util.Optional;

/** Layers of the library and of the program, random numbers, and derivatives. */
final class LayerProductions {
    static final List<Production> ALL = List.of(
            LayerProductions::dense,
            LayerProductions::dense,
            LayerProductions::normalised,
            LayerProductions::sequence,
            LayerProductions::random,
            LayerProductions::gradient,
            LayerProductions::gradient);

    private LayerProductions() {}

    private static boolean ownsParameters(Expressions parts) {
        return parts.draft().loops.isEmpty();
    }

    private static Optional<Expr> dense(Type want, Expressions parts) {
        if (!ownsParameters(parts) || want.rank() == 0 || want.last().isFree()) {
            return Optional.empty();
        }
        Type x = want.with(want.rank() - 1, parts.draft().fixedDim());
        String layer = parts.draft().one("dense", "dense", "mixed");
        return parts.draft().fits(x)
                ? Optional.of(
                        Expr.of(want, "(%s |> " + layer + "(" + want.last().text() + "))", parts.of(x)))
                : Optional.empty();
    }

    private static Optional<Expr> normalised(Type want, Expressions parts) {
        if (!ownsParameters(parts) || want.rank() < 2 || want.last().isFree()) {
            return Optional.empty();
        }
        boolean batch = parts.draft().chance(0.3) && !want.shape().get(1).isFree();
        String layer = batch
                ? parts.draft().one("batch_norm", "group_norm(1)")
                : parts.draft()
                        .one(
                                "layer_norm",
                                "rms_norm",
                                "residual(dense(" + want.last().text() + "))",
                                "feed_forward(3)",
                                "dropout(0.3)");
        return Optional.of(Expr.of(want, "(%s |> " + layer + ")", parts.of(want)));
    }

    private static Optional<Expr> sequence(Type want, Expressions parts) {
        if (!ownsParameters(parts) || want.rank() != 3 || want.last().isFree()) {
            return Optional.empty();
        }
        Dim last = want.last();
        String recurrent = parts.draft().one("rnn", "gru", "lstm") + "(" + last.text() + ")";
        if (parts.draft().chance(0.6)) {
            Type x = want.with(2, parts.draft().fixedDim());
            return parts.draft().fits(x)
                    ? Optional.of(Expr.of(want, "(%s |> " + recurrent + ")", parts.of(x)))
                    : Optional.empty();
        }
        String heads = last.value() % 2 == 0 ? "2" : "1";
        String layer = parts.draft()
                .one("multi_head_attention(" + heads + ")", "transformer_block(" + heads + ", 3, causal = true)");
        return Optional.of(Expr.of(want, "(%s |> " + layer + ")", parts.of(want)));
    }

    private static Optional<Expr> random(Type want, Expressions parts) {
        if (!parts.draft().chance(0.3)) {
            return Optional.empty();
        }
        String drawn = parts.draft().one("uniform", "normal") + "(" + want.sizes() + ")";
        return want.rank() == 0 ? Optional.empty() : Optional.of(Expr.of(want, "(%s * " + drawn + ")", parts.of(want)));
    }

    /** The derivative of something by something of the wanted type that it depends on. */
    private static Optional<Expr> gradient(Type want, Expressions parts) {
        Draft draft = parts.draft();
        List<Expr> targets =
                draft.scope.stream().filter(v -> v.type().same(want)).toList();
        if (targets.isEmpty() || draft.gradients >= 2 || !draft.loops.isEmpty()) {
            return Optional.empty();
        }
        draft.gradients++;
        Expr x = draft.one(targets);
        Expr y = Expr.of(want, draft.one("(%s * sin(%s))", "(%s * %s)", "sin(%s + %s)"), parts.of(want), x);
        Expr all = parts.depth() < 2
                ? y
                : Expr.of(Type.SCALAR, "(%s + %s)", Expr.of(Type.SCALAR, "sum(%s)", y), parts.of(Type.SCALAR));
        return Optional.of(Expr.of(want, "grad(%s, %s)", all, x));
    }
}
