package dev.leibniz.compiler.emit;

import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Index;
import java.util.Optional;

/** How an index moves from one lane of a vector to the next. */
enum LaneAccess {
    /** It stays. */
    FIXED,
    /** By one. */
    CONTIGUOUS,
    /** By two. */
    EVERY_SECOND,
    /** By one every second lane: what is divided by two is the loop's variable, whose vectors begin at even turns. */
    TWICE,
    /** Otherwise. */
    SCATTERED;

    private static final Size TWO = Size.of(2);

    static LaneAccess of(Index index, String variable) {
        if (!index.dependsOn(variable)) {
            return FIXED;
        }
        Optional<Size> stride = index.stride(variable);
        if (stride.isPresent()) {
            return stride.get().isOne() ? CONTIGUOUS : stride.get().equals(TWO) ? EVERY_SECOND : SCATTERED;
        }
        Index.Term half = new Index.Term(new Index.Quotient(Index.variable(variable), TWO), Size.ONE);
        return index.terms().contains(half) && !without(index, half).dependsOn(variable) ? TWICE : SCATTERED;
    }

    /** Whether vectors of elements of this type can be loaded so. */
    boolean loads(DType type) {
        return switch (this) {
            case FIXED, CONTIGUOUS -> true;
            case EVERY_SECOND -> type == DType.FLOAT;
            case TWICE -> type != DType.BOOL;
            case SCATTERED -> false;
        };
    }

    /** How much more an index is at odd turns than at even ones, if that is all that changes. */
    static Optional<Size> alternation(Index index, String variable) {
        return index.terms().stream()
                .filter(term -> isParity(term.atom(), variable))
                .filter(term -> !without(index, term).dependsOn(variable))
                .map(Index.Term::factor)
                .findFirst();
    }

    /** The index at even turns. */
    static Index atEvenTurns(Index index, String variable) {
        return new Index(
                index.offset(),
                index.terms().stream()
                        .filter(term -> !isParity(term.atom(), variable))
                        .toList());
    }

    private static boolean isParity(Index.Atom atom, String variable) {
        return atom.equals(new Index.Remainder(Index.variable(variable), TWO));
    }

    private static Index without(Index index, Index.Term term) {
        return new Index(
                index.offset(),
                index.terms().stream().filter(other -> !other.equals(term)).toList());
    }
}
