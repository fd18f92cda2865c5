package dev.leibniz.compiler.randomprogram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Matrix products, einsums and convolutions. */
final class ContractionProductions {
    static final List<Production> ALL = List.of(
            ContractionProductions::product,
            ContractionProductions::product,
            ContractionProductions::product,
            ContractionProductions::einsum,
            ContractionProductions::einsum,
            ContractionProductions::vectors,
            ContractionProductions::squares,
            ContractionProductions::attention,
            ContractionProductions::convolution,
            ContractionProductions::transposed,
            ContractionProductions::pool);

    private ContractionProductions() {}

    private static Optional<Expr> product(Type want, Expressions parts) {
        if (want.rank() == 0) {
            return Optional.empty();
        }
        Dim summed = parts.draft().dim();
        int rank = want.rank();
        Type left = want.with(rank - 1, summed);
        if (parts.draft().chance(0.15)) {
            Type whole = want.insert(rank, summed);
            return fit(parts, whole, Type.floats(List.of(summed)))
                    ? Optional.of(Expr.of(want, "(%s @ %s)", parts.of(whole), parts.of(Type.floats(List.of(summed)))))
                    : Optional.empty();
        }
        boolean batched = rank > 2 && parts.draft().chance(0.4);
        Type right = batched ? want.with(rank - 2, summed) : Type.floats(List.of(summed, want.last()));
        boolean swapped = parts.draft().chance(0.25);
        Type written = swapped ? swapped(right) : right;
        String format = swapped ? "(%s @ (%s)')" : "(%s @ %s)";
        return fit(parts, left, right)
                ? Optional.of(Expr.of(want, format, parts.of(left), parts.of(written)))
                : Optional.empty();
    }

    private static Type swapped(Type type) {
        List<Dim> dims = new ArrayList<>(type.shape());
        Collections.swap(dims, dims.size() - 1, dims.size() - 2);
        return type.with(dims);
    }

    private static boolean fit(Expressions parts, Type left, Type right) {
        return parts.draft().fits(left) && parts.draft().fits(right);
    }

    /** Every axis of the result is in one operand or more, and so are some that are summed. */
    private static Optional<Expr> einsum(Type want, Expressions parts) {
        Draft draft = parts.draft();
        Map<Character, Dim> labels = new LinkedHashMap<>();
        want.shape().forEach(dim -> labels.put((char) ('a' + labels.size()), dim));
        String result = letters(labels);
        for (int more = 1 + draft.below(2); more > 0; more--) {
            labels.put((char) ('a' + labels.size()), draft.dim());
        }
        int operands = draft.one(1, 2, 2, 2, 3);
        List<StringBuilder> written = new ArrayList<>();
        for (int k = 0; k < operands; k++) {
            written.add(new StringBuilder());
        }
        for (char label : labels.keySet()) {
            int home = draft.below(operands);
            for (int k = 0; k < operands; k++) {
                if (k == home || draft.chance(0.35)) {
                    written.get(k).insert(draft.below(written.get(k).length() + 1), label);
                }
            }
        }
        List<Expr> values = new ArrayList<>();
        for (StringBuilder operand : written) {
            Type type = Type.floats(
                    operand.chars().mapToObj(c -> labels.get((char) c)).toList());
            if (type.rank() == 0 || !draft.fits(type)) {
                return Optional.empty();
            }
            values.add(parts.of(type));
        }
        String format = "einsum(\"" + String.join(",", written) + "->" + result + "\"" + ", %s".repeat(operands) + ")";
        return Optional.of(new Expr(want, format, values));
    }

    private static String letters(Map<Character, Dim> labels) {
        StringBuilder text = new StringBuilder();
        labels.keySet().forEach(text::append);
        return text.toString();
    }

    private static Optional<Expr> vectors(Type want, Expressions parts) {
        Type vector = Type.floats(List.of(parts.draft().dim()));
        if (want.rank() != 0) {
            Type column = want.insert(want.rank(), Dim.ONE);
            return want.rank() > 1 || !parts.draft().fits(column)
                    ? Optional.empty()
                    : Optional.of(Expr.of(want, "squeeze(%s, 1)", parts.of(column)));
        }
        return Optional.of(Expr.of(want, "(%s @ %s)", parts.of(vector), parts.of(vector)));
    }

    /** x @ x', where both operands are the same value. */
    private static Optional<Expr> squares(Type want, Expressions parts) {
        if (want.rank() != 2 || !want.shape().get(0).same(want.shape().get(1))) {
            return Optional.empty();
        }
        Type x = Type.floats(List.of(want.shape().get(0), parts.draft().dim()));
        return Optional.of(Expr.of(want, "(%1$s @ (%1$s)')", parts.of(x)));
    }

    private static Optional<Expr> attention(Type want, Expressions parts) {
        if (want.rank() < 2) {
            return Optional.empty();
        }
        Dim keys = parts.draft().dim();
        int rank = want.rank();
        Type query = want.with(rank - 1, parts.draft().fixedDim());
        Type key = query.with(rank - 2, keys);
        Type value = want.with(rank - 2, keys);
        boolean fits = fit(parts, query, key) && parts.draft().fits(value);
        String causal = parts.draft().one("", ", causal = true");
        return fits
                ? Optional.of(Expr.of(
                        want, "attention(%s, %s, %s" + causal + ")", parts.of(query), parts.of(key), parts.of(value)))
                : Optional.empty();
    }

    private static Optional<Expr> convolution(Type want, Expressions parts) {
        Draft draft = parts.draft();
        if (want.rank() < 3 || want.without(0).shape().stream().anyMatch(Dim::isFree)) {
            return Optional.empty();
        }
        int kernel = 1 + draft.below(3);
        Dim channels = draft.fixedDim();
        Type x = want.with(1, channels);
        List<Dim> weights = new ArrayList<>(List.of(want.shape().get(1), channels));
        boolean same = draft.chance(0.4);
        boolean strided = !same && draft.chance(0.4);
        for (int axis = 2; axis < want.rank(); axis++) {
            Dim dim = want.shape().get(axis);
            Dim wide = strided ? Dim.of(2).times(dim).plus(kernel - 2 + 1) : dim.plus(kernel - 1);
            x = same ? x : x.with(axis, strided && kernel == 1 ? Dim.of(2).times(dim) : wide);
            weights.add(Dim.of(kernel));
        }
        String format = "conv(%s, %s" + (same ? ", padding = \"same\"" : "") + (strided ? ", stride = 2" : "") + ")";
        return fit(parts, x, Type.floats(weights))
                ? Optional.of(Expr.of(want, format, parts.of(x), parts.of(Type.floats(weights))))
                : Optional.empty();
    }

    /** Convolutions of one axis with all their numbers, and their adjoints. */
    private static Optional<Expr> transposed(Type want, Expressions parts) {
        Draft draft = parts.draft();
        if (want.rank() != 3 || want.without(0).shape().stream().anyMatch(Dim::isFree)) {
            return Optional.empty();
        }
        Dim channels = draft.fixedDim();
        Dim out = want.shape().get(1);
        if (draft.chance(0.5) && want.last().value() > 2) {
            Dim less = new Dim("(" + want.last().text() + " - 2)", want.last().value() - 2);
            Type x = want.with(1, channels).with(2, less);
            Type weights = Type.floats(List.of(channels, out, Dim.of(3)));
            return Optional.of(Expr.of(want, "conv_transpose(%s, %s)", parts.of(x), parts.of(weights)));
        }
        Type x = want.with(1, out).with(2, want.last().plus(2));
        Type weights = Type.floats(List.of(out, Dim.ONE, Dim.of(3)));
        String format = "conv(%s, %s, groups = " + out.text() + ", dilation = 2, padding = 1)";
        return fit(parts, x, weights)
                ? Optional.of(Expr.of(want, format, parts.of(x), parts.of(weights)))
                : Optional.empty();
    }

    private static Optional<Expr> pool(Type want, Expressions parts) {
        if (want.rank() < 3 || want.without(0).shape().stream().anyMatch(Dim::isFree)) {
            return Optional.empty();
        }
        Type x = want;
        boolean overlap = parts.draft().chance(0.4);
        for (int axis = 2; axis < want.rank(); axis++) {
            Dim dim = want.shape().get(axis);
            x = x.with(axis, overlap ? dim.plus(1) : Dim.of(2).times(dim));
        }
        String format =
                "(%s |> " + parts.draft().one("max_pool", "avg_pool") + "(2" + (overlap ? ", stride = 1" : "") + "))";
        return parts.draft().fits(x) ? Optional.of(Expr.of(want, format, parts.of(x))) : Optional.empty();
    }
}
