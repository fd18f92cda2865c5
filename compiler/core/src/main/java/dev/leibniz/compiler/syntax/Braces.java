package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Finds the brace that was probably forgotten to be closed: the first whose closing brace is indented less than its line. */
final class Braces {
    private Braces() {}

    /** @param outermost the brace that is left over when the others are paired, which is the answer if indentation tells nothing */
    static Token unclosed(TokenStream tokens, Token outermost, Token end) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = outermost.getTokenIndex(); i < end.getTokenIndex(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == NnLexer.LBRACE) {
                open.push(token);
            } else if (token.getType() == NnLexer.RBRACE && !open.isEmpty()) {
                Token brace = open.pop();
                boolean ownLine = firstOfLine(tokens, token) == token;
                int indent = firstOfLine(tokens, brace).getCharPositionInLine();
                if (ownLine && token.getCharPositionInLine() < indent) {
                    return brace;
                }
            }
        }
        return outermost;
    }

    private static Token firstOfLine(TokenStream tokens, Token token) {
        Token first = token;
        for (int i = token.getTokenIndex() - 1; i >= 0 && tokens.get(i).getLine() == token.getLine(); i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                first = tokens.get(i);
            }
        }
        return first;
    }
}
