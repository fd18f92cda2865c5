package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.List;
import java.util.Optional;

/** Bools and ints. */
final class LogicProductions {
    static final List<Production> BOOLS = List.of(
            LogicProductions::comparison,
            LogicProductions::comparison,
            Production.always((want, parts) -> Expr.of(
                    want,
                    "(%s " + parts.draft().one("<", ">", "<=", ">=") + " "
                            + parts.draft().number() + ")",
                    parts.of(want.of(DType.FLOAT)))),
            Production.always((want, parts) ->
                    Expr.of(want, parts.draft().one("(%s && %s)", "(%s || %s)"), parts.of(want), parts.of(want))),
            Production.always((want, parts) -> Expr.of(want, "(!%s)", parts.of(want))),
            Production.always((want, parts) -> Expr.of(
                    want,
                    parts.draft().one("(%s == %s)", "(%s < %s)", "(%s != %s)"),
                    parts.of(want.of(DType.INT)),
                    parts.of(want.of(DType.INT)))),
            Production.always((want, parts) -> new Leaves(parts.draft()).leaf(want)));

    static final List<Production> INTS = List.of(
            LogicProductions::extreme,
            Production.always((want, parts) -> Expr.of(
                    want,
                    parts.draft()
                            .one(
                                    "(%s + %s)",
                                    "(max(min(%s, 9), -9) * max(min(%s, 9), -9))", "(%s - %s)", "max(%s, %s)"),
                    parts.of(want),
                    parts.of(want))),
            Production.always((want, parts) -> new Leaves(parts.draft()).leaf(want)),
            LogicProductions::cumulated);

    private LogicProductions() {}

    private static Optional<Expr> comparison(Type want, Expressions parts) {
        Type floats = want.of(DType.FLOAT);
        Type other = parts.draft().chance(0.5) ? parts.draft().smaller(floats) : floats;
        return Optional.of(Expr.of(
                want, parts.draft().one("(%s < %s)", "(%s > %s)", "(%s >= %s)"), parts.of(floats), parts.of(other)));
    }

    private static Optional<Expr> extreme(Type want, Expressions parts) {
        int axis = parts.draft().below(want.rank() + 1);
        Type whole = want.of(DType.FLOAT).insert(axis, parts.draft().dim());
        return parts.draft().fits(whole)
                ? Optional.of(Expr.of(
                        want, parts.draft().one("argmax", "argmin") + "(%s, axis = " + axis + ")", parts.of(whole)))
                : Optional.empty();
    }

    private static Optional<Expr> cumulated(Type want, Expressions parts) {
        return want.rank() == 0
                ? Optional.empty()
                : Optional.of(Expr.of(want, "cumsum(%s, " + parts.draft().below(want.rank()) + ")", parts.of(want)));
    }
}
