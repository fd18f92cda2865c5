package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What a token can begin, judged by itself and its neighbours: what recovery relies on when the grammar is of no help. */
final class Keywords {
    private Keywords() {}

    static boolean isKeyword(Token token) {
        return token.getType() >= NnLexer.PACKAGE && token.getType() <= NnLexer.PRECISION;
    }

    /** The words that a declaration begins with. */
    static boolean isDeclaration(int type) {
        return type == NnLexer.NETWORK
                || type == NnLexer.LAYER
                || type == NnLexer.FUNCTION
                || type == NnLexer.OPTIMIZER;
    }

    /** The words that a statement begins with. */
    static boolean isStatement(int type) {
        return switch (type) {
            case NnLexer.SIZE, NnLexer.INPUT, NnLexer.PARAM, NnLexer.STATE, NnLexer.NEXT, NnLexer.HYPER -> true;
            case NnLexer.OUTPUT, NnLexer.LOSS, NnLexer.METRIC, NnLexer.TRAIN, NnLexer.YIELD -> true;
            case NnLexer.FOR, NnLexer.SCAN, NnLexer.COLLECT, NnLexer.PRECISION -> true;
            default -> false;
        };
    }

    /** What the lexer could make nothing of, and has been reported. */
    static boolean isUnreadable(int type) {
        return type == NnLexer.BAD_CHARACTER
                || type == NnLexer.BAD_NUMBER
                || type == NnLexer.UNTERMINATED_COMMENT
                || type == NnLexer.UNTERMINATED_STRING;
    }

    /** Whether the token that comes next looks like the beginning of a statement: a keyword, or {@code name =} on a new line. */
    static boolean beginsStatement(TokenStream tokens) {
        int type = tokens.LA(1);
        boolean assigned = tokens.LA(2) == NnLexer.ASSIGN;
        if (isStatement(type)) {
            return !assigned;
        }
        return isFirstOnLine(tokens) && (type == NnLexer.IDENTIFIER && assigned || type == NnLexer.LBRACKET);
    }

    /** Whether no other token stands before the next one on its line. */
    static boolean isFirstOnLine(TokenStream tokens) {
        Token before = tokens.LT(-1);
        return before == null || before.getLine() < tokens.LT(1).getLine();
    }
}
