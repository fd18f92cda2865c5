package dev.leibniz.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * All that could have come instead of the next token. When the parser stops it has passed the optional parts before, so
 * that it knows only the last of the possibilities; here are the others.
 */
final class Expectations {
    private final List<State> states = new ArrayList<>();
    private int token = -1;

    /** A place in the grammar that was passed without reading anything. */
    private record State(int number, ParserRuleContext context) {}

    void remember(Parser parser) {
        int next = parser.getTokenStream().index();
        if (next != token) {
            states.clear();
            token = next;
        }
        states.add(new State(parser.getState(), parser.getContext()));
    }

    IntervalSet at(Parser parser, Token found, IntervalSet last) {
        IntervalSet all = new IntervalSet(last);
        if (found.getTokenIndex() == token) {
            for (State state : states) {
                all.addAll(parser.getATN().getExpectedTokens(state.number(), state.context()));
            }
        }
        return all;
    }
}
