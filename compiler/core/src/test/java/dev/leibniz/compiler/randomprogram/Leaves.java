package dev.leibniz.compiler.randomprogram;

import dev.leibniz.compiler.ir.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where expressions end: names, numbers, and views of names that are made to fit. */
final class Leaves {
    private final Draft draft;

    Leaves(Draft draft) {
        this.draft = draft;
    }

    Expr leaf(Type want) {
        Optional<Expr> known = known(want);
        if (known.isPresent() && draft.chance(0.7)) {
            return known.get();
        } else if (!draft.pure && want.isFloat() && !draft.scope.isEmpty() && draft.chance(0.5)) {
            return fitted(draft.one(draft.scope), want);
        } else if (draft.mayDeclare()) {
            return draft.declare(want);
        } else if (known.isPresent()) {
            return known.get();
        } else if (want.isFloat()) {
            return draft.scope.isEmpty() || draft.pure
                    ? Expr.constant(want, draft.number())
                    : fitted(draft.one(draft.scope), want);
        }
        Expr range = Expr.constant(want.of(DType.FLOAT), "0.5");
        return want.dtype() == DType.BOOL
                ? Expr.of(want, "(%s < " + draft.number() + ")", leaf(want.of(DType.FLOAT)))
                : Expr.of(
                        want, "argmax(%s, axis = 0)", Expr.constant(range.type().insert(0, Dim.of(2)), "0.5"));
    }

    private Optional<Expr> known(Type want) {
        List<Expr> same = draft.scope.stream().filter(v -> v.type().same(want)).toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(draft.one(same));
    }

    /** A value made to have a float type: axes that do not fit are reduced, missing ones added. */
    Expr fitted(Expr value, Type want) {
        List<Integer> reduced = new ArrayList<>();
        List<Dim> missing = new ArrayList<>(want.shape());
        List<Integer> added = new ArrayList<>();
        int next = 0;
        boolean[] met = new boolean[want.rank()];
        for (int axis = 0; axis < value.type().rank(); axis++) {
            int found = find(want, value.type().shape().get(axis), next);
            if (found < 0) {
                reduced.add(axis);
            } else {
                met[found] = true;
                next = found + 1;
            }
        }
        for (int axis = 0; axis < want.rank(); axis++) {
            if (!met[axis]) {
                added.add(axis);
            }
        }
        String text = value.type().isFloat() ? "%s" : "(0.5 * %s)";
        text = reduced.isEmpty()
                ? text
                : draft.one("sum", "mean", "max", "min", "mean") + "(" + text + ", axis = " + reduced + ")";
        for (int axis : added) {
            text = value.type().rank() == reduced.size() ? text : "expand(" + text + ", " + axis + ")";
        }
        text = added.isEmpty()
                ? text
                : "broadcast(" + text + ", " + want.with(missing).sizes() + ")";
        return Expr.of(want, text, value);
    }

    private static int find(Type want, Dim dim, int from) {
        for (int axis = from; axis < want.rank(); axis++) {
            if (want.shape().get(axis).same(dim)) {
                return axis;
            }
        }
        return -1;
    }
}
