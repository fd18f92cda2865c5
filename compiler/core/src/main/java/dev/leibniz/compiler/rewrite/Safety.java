package dev.leibniz.compiler.rewrite;

/** What a rule may do to the numbers. */
public enum Safety {
    /** Every result keeps its bits, whatever the operands are: signed zeros, infinities and NaN too. */
    EXACT,
    /**
     * Results may be rounded differently, a zero may change its sign, and where the old form overflowed or gave NaN the new one may give a number. What is within a
     * moderate factor (a size, a constant, another term) of the largest or smallest number may overflow or vanish.
     */
    STABLE,
    /** Products of several matrices are taken in another order than written: other partial results are rounded, and may overflow where those written did not. */
    REORDERED,
    /** Results may be wrong for infinities and NaN. Off unless asked for by name. */
    UNSAFE
}
