package dev.leibniz.compiler.randomprogram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts, permutations, concatenations and other views. */
final class ViewProductions {
    static final List<Production> ALL = List.of(
            ViewProductions::permuted,
            ViewProductions::reshaped,
            ViewProductions::sliced,
            ViewProductions::sliced,
            ViewProductions::indexed,
            ViewProductions::turn,
            ViewProductions::turn,
            ViewProductions::turn,
            ViewProductions::padded,
            ViewProductions::concatenated,
            ViewProductions::stacked,
            ViewProductions::gathered,
            ViewProductions::oneHot,
            ViewProductions::broadcast);

    private ViewProductions() {}

    private static Optional<Expr> permuted(Type want, Expressions parts) {
        if (want.rank() < 2) {
            return Optional.empty();
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, want.rank()).boxed().toList());
        Collections.shuffle(order, parts.draft().random);
        Dim[] from = new Dim[want.rank()];
        IntStream.range(0, want.rank())
                .forEach(axis -> from[order.get(axis)] = want.shape().get(axis));
        String axes = order.stream().map(Object::toString).collect(Collectors.joining(", "));
        return Optional.of(Expr.of(want, "permute(%s, " + axes + ")", parts.of(want.with(List.of(from)))));
    }

    /** Two axes were one, or one of size 1 was not there. */
    private static Optional<Expr> reshaped(Type want, Expressions parts) {
        if (want.rank() < 2) {
            return Optional.empty();
        }
        int axis = parts.draft().below(want.rank() - 1);
        Dim joined = want.shape().get(axis).times(want.shape().get(axis + 1));
        Type from = want.without(axis).with(axis, joined);
        boolean free =
                want.shape().get(axis).isFree() || want.shape().get(axis + 1).isFree();
        return free && parts.draft().chance(0.5)
                ? Optional.empty()
                : Optional.of(Expr.of(want, "reshape(%s, " + want.sizes() + ")", parts.of(from)));
    }

    private static String index(int rank, int axis, String entry) {
        return IntStream.range(0, rank)
                .mapToObj(a -> a == axis ? entry : ":")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<Expr> sliced(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        int axis = parts.draft().below(want.rank());
        Dim dim = want.shape().get(axis);
        int more = 1 + parts.draft().below(3);
        int from = parts.draft().below(more + 1);
        Type whole = want.with(axis, dim.plus(more));
        String entry = from + ":(" + dim.text() + " + " + from + ")";
        return parts.draft().fits(whole)
                ? Optional.of(Expr.of(want, "(%s)" + index(want.rank(), axis, entry), parts.of(whole)))
                : Optional.empty();
    }

    private static Optional<Expr> indexed(Type want, Expressions parts) {
        int axis = parts.draft().below(want.rank() + 1);
        Dim dim = parts.draft().dim();
        Type whole = want.insert(axis, dim);
        String entry = parts.draft().one("0", "-1");
        return parts.draft().fits(whole)
                ? Optional.of(Expr.of(want, "(%s)" + index(want.rank() + 1, axis, entry), parts.of(whole)))
                : Optional.empty();
    }

    /** The part of a tensor that belongs to the turn of a loop. */
    private static Optional<Expr> turn(Type want, Expressions parts) {
        if (parts.draft().loops.isEmpty()) {
            return Optional.empty();
        }
        Draft.Loop loop = parts.draft().one(parts.draft().loops);
        int axis = parts.draft().below(want.rank() + 1);
        Type whole = want.insert(axis, loop.extent());
        return parts.draft().fits(whole)
                ? Optional.of(Expr.of(want, "(%s)" + index(want.rank() + 1, axis, loop.variable()), parts.of(whole)))
                : Optional.empty();
    }

    private static Optional<Expr> padded(Type want, Expressions parts) {
        if (want.rank() == 0 || !want.last().text().endsWith(" + 1)")) {
            return want.rank() == 0 || want.last().value() < 3 ? Optional.empty() : padded(want, want.last(), parts);
        }
        return padded(want, want.last(), parts);
    }

    private static Optional<Expr> padded(Type want, Dim dim, Expressions parts) {
        if (dim.isFree()) {
            return Optional.empty();
        }
        Dim less = new Dim("(" + dim.text() + " - 2)", dim.value() - 2);
        if (less.value() < 1) {
            return Optional.empty();
        }
        String widths =
                IntStream.range(0, want.rank() - 1).mapToObj(a -> "[0, 0], ").collect(Collectors.joining());
        String width = parts.draft().one("[1, 1]", "[2, 0]", "[0, 2]");
        String value = parts.draft().one("", ", value = 0.5");
        return Optional.of(Expr.of(
                want, "pad(%s, [" + widths + width + "]" + value + ")", parts.of(want.with(want.rank() - 1, less))));
    }

    private static Optional<Expr> concatenated(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        int axis = parts.draft().below(want.rank());
        Dim dim = want.shape().get(axis);
        if (dim.isFree() || dim.value() < 2) {
            return Optional.empty();
        }
        int first = 1 + parts.draft().below(dim.value() - 1);
        Dim rest = new Dim("(" + dim.text() + " - " + first + ")", dim.value() - first);
        Expr left = parts.of(want.with(axis, Dim.of(first)));
        Expr right = parts.of(want.with(axis, rest));
        return Optional.of(Expr.of(want, "concat([%s, %s], " + axis + ")", left, right));
    }

    private static Optional<Expr> stacked(Type want, Expressions parts) {
        for (int axis = 0; axis < want.rank(); axis++) {
            Dim dim = want.shape().get(axis);
            if (dim.value() == 2) {
                Type part = want.without(axis);
                return Optional.of(Expr.of(want, "stack([%s, %s], " + axis + ")", parts.of(part), parts.of(part)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Expr> gathered(Type want, Expressions parts) {
        if (want.rank() == 0 || !parts.draft().mayDeclare()) {
            return Optional.empty();
        }
        int ids = 1 + parts.draft().below(want.rank());
        Dim rows = parts.draft().fixedDim();
        List<Dim> table = new ArrayList<>(List.of(rows));
        table.addAll(want.shape().subList(ids, want.rank()));
        Type index = want.with(want.shape().subList(0, ids));
        Expr by = parts.draft().ids(index.shape(), rows);
        if (parts.draft().chance(0.3) && parts.draft().fits(index.insert(0, rows))) {
            by = Expr.of(by.type(), "argmax(%s, axis = 0)", parts.of(index.insert(0, rows)));
        }
        return Optional.of(Expr.of(want, "(%s)[%s]", parts.of(want.with(table)), by));
    }

    private static Optional<Expr> oneHot(Type want, Expressions parts) {
        if (want.rank() < 2 || want.last().isFree() || !parts.draft().mayDeclare()) {
            return Optional.empty();
        }
        Expr ids = parts.draft().ids(want.without(want.rank() - 1).shape(), want.last());
        String factor = parts.draft().chance(0.5) ? "(one_hot(%s, #) * %s)" : "(one_hot(%s, #) - %s)";
        return Optional.of(Expr.of(want, factor.replace("#", want.last().text()), ids, parts.of(want)));
    }

    private static Optional<Expr> broadcast(Type want, Expressions parts) {
        return Optional.of(Expr.of(
                want,
                "broadcast(%s, " + want.sizes() + ")",
                parts.of(parts.draft().smaller(want))));
    }
}
