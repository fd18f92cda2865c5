package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.IterativeParseTreeWalker;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where a space stands between two words of a line, which depends on what they belong to. */
final class Spacing {
    /** By the index of a token, the smallest phrase that it is a word of. */
    private final Map<Integer, ParserRuleContext> phrases = new HashMap<>();

    Spacing(ParseTree tree) {
        new IterativeParseTreeWalker().walk(new Collector(), tree);
    }

    private final class Collector implements ParseTreeListener {
        @Override
        public void visitTerminal(TerminalNode word) {
            if (word.getParent() instanceof ParserRuleContext phrase) {
                phrases.put(word.getSymbol().getTokenIndex(), phrase);
            }
        }

        @Override
        public void visitErrorNode(ErrorNode node) {}

        @Override
        public void enterEveryRule(ParserRuleContext phrase) {}

        @Override
        public void exitEveryRule(ParserRuleContext phrase) {}
    }

    private boolean isWordOf(Token token, Class<? extends ParserRuleContext> phrase) {
        return phrase.isInstance(phrases.get(token.getTokenIndex()));
    }

    /** Whether a brace begins or ends a block. There are no other braces. */
    static boolean isBrace(Token token) {
        return token.getType() == NnLexer.LBRACE || token.getType() == NnLexer.RBRACE;
    }

    static boolean isComment(Token token) {
        return token.getChannel() != Token.DEFAULT_CHANNEL && token.getType() != NnLexer.SPACE;
    }

    /** What stands between two words that follow each other in a line: a space or nothing. */
    String between(Token left, Token right) {
        return isTight(left, right) ? "" : " ";
    }

    private boolean isTight(Token left, Token right) {
        if (isComment(left) || isComment(right)) {
            return false;
        }
        return isTightAfter(left) || isTightBefore(left, right);
    }

    private boolean isTightAfter(Token left) {
        return switch (left.getType()) {
            case NnLexer.LPAREN, NnLexer.LBRACKET, NnLexer.DOT, NnLexer.RANGE, NnLexer.CARET -> true;
            case NnLexer.MINUS, NnLexer.NOT -> isWordOf(left, NnParser.UnaryExpressionContext.class);
            case NnLexer.COLON -> isSlice(left);
            default -> false;
        };
    }

    private boolean isTightBefore(Token left, Token right) {
        return switch (right.getType()) {
            case NnLexer.RPAREN, NnLexer.RBRACKET, NnLexer.COMMA, NnLexer.SEMICOLON -> true;
            case NnLexer.DOT, NnLexer.RANGE, NnLexer.CARET, NnLexer.PRIME -> true;
            case NnLexer.LPAREN -> !isWordOf(right, NnParser.ParenthesisedContext.class);
            case NnLexer.LBRACKET ->
                isWordOf(right, NnParser.IndexExpressionContext.class) || isWordOf(right, NnParser.TypeContext.class);
            case NnLexer.COLON ->
                left.getType() != NnLexer.COMMA && !isWordOf(right, NnParser.ConditionalExpressionContext.class);
            case NnLexer.RBRACE -> left.getType() == NnLexer.LBRACE;
            default -> false;
        };
    }

    private boolean isSlice(Token colon) {
        return isWordOf(colon, NnParser.LeadingSubscriptContext.class)
                || isWordOf(colon, NnParser.ExpressionSubscriptContext.class);
    }
}
