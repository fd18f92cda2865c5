package dev.leibniz.compiler.op;

import java.util.List;
import java.util.Optional;

/** Contractions of two operands that are matrix products, written as such. */
final class MatrixNotation {
    private MatrixNotation() {}

    static Optional<Notation> of(Contract contract, List<Notation> operands) {
        if (operands.size() != 2) {
            return Optional.empty();
        }
        return product(
                        contract.labels().get(0),
                        contract.labels().get(1),
                        contract.out(),
                        operands.get(0),
                        operands.get(1))
                .or(() -> product(
                        contract.labels().get(1),
                        contract.labels().get(0),
                        contract.out(),
                        operands.get(1),
                        operands.get(0)));
    }

    /** The one shared label that is summed is last in a (or first, transposed) and first in b (or last, transposed); the rest is the result in order. */
    private static Optional<Notation> product(String a, String b, String out, Notation x, Notation y) {
        List<Integer> summed = a.chars()
                .filter(c -> out.indexOf(c) < 0 && b.indexOf(c) >= 0)
                .boxed()
                .toList();
        if (summed.size() != 1 || a.isEmpty() || b.isEmpty() || b.length() > 2) {
            return Optional.empty();
        }
        String s = Character.toString(summed.get(0));
        if (a.endsWith(s) && b.startsWith(s) && out.equals(rest(a, s) + rest(b, s))) {
            return Optional.of(Notation.infix(x, "@", y, Notation.PRODUCT));
        } else if (a.endsWith(s) && b.endsWith(s) && out.equals(rest(a, s) + rest(b, s))) {
            return Optional.of(Notation.infix(x, "@", Notation.transposed(y), Notation.PRODUCT));
        } else if (a.length() == 2 && a.startsWith(s) && b.startsWith(s) && out.equals(rest(a, s) + rest(b, s))) {
            return Optional.of(Notation.infix(Notation.transposed(x), "@", y, Notation.PRODUCT));
        }
        return Optional.empty();
    }

    private static String rest(String labels, String summed) {
        return labels.replace(summed, "");
    }
}
