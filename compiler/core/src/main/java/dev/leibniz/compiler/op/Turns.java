package dev.leibniz.compiler.op;

import dev.leibniz.compiler.ir.Size;

/**
 * The turns of a loop at run time: its variable runs over {@code low, low + 1, …}, in order or from the last to the first.
 *
 * @param variable unlike the free sizes and the variables of loops around
 * @param count how many turns; none may be left over behind segments
 * @param recomputed whether derivatives compute the values of a turn again rather than keep them
 */
public record Turns(String variable, Size low, Size count, boolean backwards, boolean recomputed) {
    /** The variable as a size, within the loop. */
    public Size size() {
        return Size.turn(variable);
    }

    /** How many turns of lower variables there are: where the turn's collected value lies. */
    public Size position() {
        return count.isOne() ? Size.ZERO : size().minus(low);
    }

    /** The same in the opposite order. */
    public Turns reversed() {
        return new Turns(variable, low, count, !backwards, recomputed);
    }

    /** Some of the turns, in the same order. */
    public Turns part(Size from, Size turns) {
        return new Turns(variable, from, turns, backwards, recomputed);
    }

    /** Whether the loop variable of a loop around occurs in the bounds. */
    boolean mentions(String turn) {
        return low.mentions(turn) || count.mentions(turn);
    }
}
