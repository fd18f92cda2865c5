package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Says in our words what the parser stumbled over, at most once a statement. */
final class SyntaxErrors extends BaseErrorListener {
    private final Spans spans;
    private final Diagnostics diagnostics;
    private int quietUntil = -1;

    SyntaxErrors(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offendingSymbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        Parser parser = (Parser) recognizer;
        Token found = (Token) offendingSymbol;
        if (found == null || found.getTokenIndex() <= quietUntil) {
            return;
        }
        quietUntil = endOfStatement(parser, found.getTokenIndex());
        if (isLexical(found)) {
            return;
        }
        diagnostics.report(describe(parser, found, cause));
    }

    private static boolean isLexical(Token token) {
        return token.getType() == NnLexer.BAD_CHARACTER
                || token.getType() == NnLexer.BAD_NUMBER
                || token.getType() == NnLexer.UNTERMINATED_COMMENT
                || token.getType() == NnLexer.UNTERMINATED_STRING;
    }

    private static int endOfStatement(Parser parser, int from) {
        int at = from;
        while (at < parser.getTokenStream().size()) {
            int type = parser.getTokenStream().get(at).getType();
            if (type == NnLexer.SEMICOLON || type == NnLexer.RBRACE || type == Token.EOF) {
                return at;
            }
            at++;
        }
        return at;
    }

    private Diagnostic describe(Parser parser, Token found, @Nullable RecognitionException cause) {
        IntervalSet expected = expected(parser, cause);
        ParserRuleContext where = parser.getContext();
        Token before = parser.getTokenStream().LT(-1);
        boolean keyword = isKeyword(found);
        if (expected.contains(NnLexer.SEMICOLON) && before != null && startsNewLine(before, found)) {
            return Diagnostic.error("missing-semicolon", spans.after(before), "expected `;` after this");
        } else if (keyword && expected.contains(NnLexer.IDENTIFIER) && !startsStatement(where)) {
            return Diagnostic.error(
                    "keyword-as-name",
                    spans.of(found),
                    "`" + found.getText() + "` is a word of the language and cannot be a name");
        } else if (found.getType() == Token.EOF) {
            return Diagnostic.error(
                    "unclosed-brace",
                    spans.of(found),
                    "expected " + wanted(expected, where) + " but the file ends here");
        }
        return Diagnostic.error(
                "unexpected-token",
                spans.of(found),
                "expected " + wanted(expected, where) + " but found `" + shown(found) + "`");
    }

    private static IntervalSet expected(Parser parser, @Nullable RecognitionException cause) {
        return cause instanceof InputMismatchException || cause == null
                ? parser.getExpectedTokens()
                : cause.getExpectedTokens() == null ? new IntervalSet() : cause.getExpectedTokens();
    }

    private static boolean startsStatement(ParserRuleContext where) {
        return where instanceof NnParser.BlockContext || where instanceof NnParser.FileContext;
    }

    private static boolean isKeyword(Token token) {
        return token.getType() >= NnLexer.PACKAGE && token.getType() <= NnLexer.PRECISION;
    }

    private static boolean startsNewLine(Token before, Token found) {
        return found.getLine() > before.getLine() || found.getType() == NnLexer.RBRACE;
    }

    private static String wanted(IntervalSet expected, ParserRuleContext where) {
        if (where instanceof NnParser.FileContext) {
            return "`network`, `function`, `layer` or `optimizer`";
        } else if (where instanceof NnParser.BlockContext
                || where instanceof NnParser.StatementContext && expected.size() > 12) {
            return "a statement or `}`";
        } else if (expected.contains(NnLexer.INT_LITERAL)) {
            return "an expression";
        } else if (expected.contains(NnLexer.IDENTIFIER) && expected.size() <= 3) {
            return "a name";
        } else if (expected.contains(NnLexer.SEMICOLON)) {
            return "`;`";
        } else if (expected.contains(NnLexer.RPAREN)) {
            return "`,` or `)`";
        } else if (expected.contains(NnLexer.RBRACKET)) {
            return "`,` or `]`";
        } else if (expected.size() == 1) {
            String literal = NnLexer.VOCABULARY.getLiteralName(expected.getMinElement());
            return literal == null ? "something else" : "`" + literal.substring(1, literal.length() - 1) + "`";
        }
        return "an expression";
    }

    private static String shown(Token token) {
        String text = token.getText();
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    /** Reports what the lexer could make nothing of. */
    void lexical(Token token) {
        Span span = spans.of(token);
        switch (token.getType()) {
            case NnLexer.BAD_CHARACTER ->
                diagnostics.report(Diagnostic.error(
                        "bad-character", span, "the character " + character(token.getText()) + " has no meaning here"));
            case NnLexer.BAD_NUMBER ->
                diagnostics.report(
                        Diagnostic.error("bad-number", span, "`" + shown(token) + "` is neither a number nor a name"));
            case NnLexer.UNTERMINATED_COMMENT ->
                diagnostics.report(Diagnostic.error(
                        "unterminated-comment",
                        new Span(span.file(), span.start(), Math.min(span.end(), span.start() + 2)),
                        "this comment is never closed with `*/`"));
            case NnLexer.UNTERMINATED_STRING ->
                diagnostics.report(Diagnostic.error(
                        "unterminated-string", span, "this string is not closed with `\"` on its line"));
            default -> {}
        }
    }

    private static String character(String text) {
        int code = text.codePointAt(0);
        return Character.isISOControl(code) || Character.isSurrogate((char) code)
                ? String.format("U+%04X", code)
                : "`" + text + "`";
    }
}
