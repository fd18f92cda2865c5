package dev.leibniz.compiler.semantics;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.op.Turns;
import dev.leibniz.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what must hold of the free sizes and could not be decided when compiled. */
final class Requirements {
    private final Set<SizeRequirement> collected = new LinkedHashSet<>();
    private final Deque<Turns> loops = new ArrayDeque<>();

    /** Begins the body of a loop: what holds there must hold in each turn. */
    void enter(Turns turns) {
        loops.push(turns);
    }

    /** Ends the body of the innermost loop. */
    void leave() {
        loops.pop();
    }

    /** Whether what is executed now is part of a turn. */
    boolean isInTurn() {
        return !loops.isEmpty();
    }

    /** The number of a turn among all turns of the loops around; 0 outside of loops. */
    Size turn() {
        Size turn = Size.ZERO;
        for (Iterator<Turns> outermostFirst = loops.descendingIterator(); outermostFirst.hasNext(); ) {
            Turns turns = outermostFirst.next();
            turn = turn.times(turns.count()).plus(turns.position());
        }
        return turn;
    }

    /** Whether {@code size ≥ 0} may be relied on: always, never, or only if run time checks it, which is then collected. */
    boolean notNegative(Size size, String what, Span at) {
        for (Turns turns : loops) {
            if (size.mentions(turns.variable())) {
                return inEachTurn(size, turns, what, at);
            }
        }
        if (size.isNeverNegative()) {
            return true;
        } else if (size.times(-1).plus(-1).isNeverNegative()) {
            return false;
        }
        collected.add(new SizeRequirement(size, what, at));
        return true;
    }

    /** What changes evenly with the loop variable is least in the first turn or in the last. */
    private boolean inEachTurn(Size size, Turns turns, String what, Span at) {
        String variable = turns.variable();
        Size step = size.substitute(variable, turns.size().plus(1)).minus(size);
        return !step.mentions(variable)
                && notNegative(size.substitute(variable, turns.low()), what, at)
                && notNegative(
                        size.substitute(
                                variable, turns.low().plus(turns.count()).plus(-1)),
                        what,
                        at);
    }

    List<SizeRequirement> collected() {
        return new ArrayList<>(collected);
    }
}
