package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.Pair;

/**
 * How reading goes on behind a mistake. One broken statement costs one error and that statement; a missing semicolon or
 * closing brace costs nothing, it is reported and read as if it stood there.
 */
final class Recovery extends DefaultErrorStrategy {
    private static final int ANY_COLUMN = Integer.MAX_VALUE;
    private static final int NO_COLUMN = -1;

    private final SyntaxErrors errors;
    private final Expectations expectations = new Expectations();

    Recovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    @Override
    public void reportError(Parser parser, RecognitionException cause) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            Token found = cause.getOffendingToken();
            errors.unexpected(parser, found, expectations.at(parser, found, cause.getExpectedTokens()));
        }
    }

    /** Gives the mistake to the innermost statement or declaration, which is skipped. */
    @Override
    public void recover(Parser parser, RecognitionException cause) {
        ParserRuleContext context = parser.getContext();
        if (context instanceof NnParser.StatementContext) {
            skipStatement(parser, context.getStart().getCharPositionInLine());
        } else if (context instanceof NnParser.DeclarationContext) {
            skipDeclaration(parser);
        } else if (context instanceof NnParser.PackageDeclarationContext
                || context instanceof NnParser.ImportDeclarationContext) {
            skipDirective(parser);
        } else if (!(context instanceof NnParser.FileContext)) {
            throw cause;
        }
        endErrorCondition(parser);
    }

    @Override
    public Token recoverInline(Parser parser) {
        IntervalSet expected = parser.getExpectedTokens();
        TokenStream tokens = parser.getTokenStream();
        boolean inBlock = parser.getContext() instanceof NnParser.BlockContext;
        int next = tokens.LA(1);
        if (expected.contains(NnLexer.SEMICOLON) && endsStatement(tokens)
                || inBlock && expected.contains(NnLexer.LBRACE) && Keywords.beginsStatement(tokens)) {
            int missing = expected.getMinElement();
            report(parser, expected);
            endErrorCondition(parser);
            return conjured(parser, missing);
        } else if (inBlock
                && expected.contains(NnLexer.RBRACE)
                && (next == Token.EOF || Keywords.isDeclaration(next))) {
            if (!inErrorRecoveryMode(parser)) {
                beginErrorCondition(parser);
                errors.unclosedBlock(tokens, parser.getContext().getStart());
            }
            return conjured(parser, NnLexer.RBRACE);
        }
        throw new InputMismatchException(parser);
    }

    private void report(Parser parser, IntervalSet expected) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            Token found = parser.getTokenStream().LT(1);
            errors.unexpected(parser, found, expectations.at(parser, found, expected));
        }
    }

    /** Whether a semicolon may be taken as forgotten before what comes next. */
    private static boolean endsStatement(TokenStream tokens) {
        int next = tokens.LA(1);
        return next == NnLexer.RBRACE
                || next == Token.EOF
                || Keywords.isDeclaration(next)
                || next == NnLexer.IMPORT
                || next == NnLexer.PACKAGE
                || Keywords.beginsStatement(tokens);
    }

    private static Token conjured(Parser parser, int type) {
        Token at = parser.getTokenStream().LT(1);
        return parser.getTokenFactory()
                .create(
                        new Pair<>(at.getTokenSource(), at.getInputStream()),
                        type,
                        "",
                        Token.DEFAULT_CHANNEL,
                        -1,
                        -1,
                        at.getLine(),
                        at.getCharPositionInLine());
    }

    /** Where statements or declarations are read one after the other, whatever is neither is skipped here. */
    @Override
    public void sync(Parser parser) {
        expectations.remember(parser);
        if (parser.getContext() instanceof NnParser.BlockContext) {
            syncBlock(parser);
        } else if (parser.getContext() instanceof NnParser.FileContext) {
            syncFile(parser);
        }
    }

    private void syncBlock(Parser parser) {
        TokenStream tokens = parser.getTokenStream();
        int next = tokens.LA(1);
        while (next != NnLexer.RBRACE
                && next != Token.EOF
                && next != NnLexer.IDENTIFIER
                && next != NnLexer.LBRACKET
                && !Keywords.isStatement(next)
                && !Keywords.isDeclaration(next)) {
            if (!inErrorRecoveryMode(parser)) {
                errors.noStatement(tokens.LT(1));
            }
            skipStatement(parser, ANY_COLUMN);
            endErrorCondition(parser);
            next = tokens.LA(1);
        }
    }

    private void syncFile(Parser parser) {
        TokenStream tokens = parser.getTokenStream();
        IntervalSet expected = parser.getExpectedTokens();
        boolean first = true;
        while (!expected.contains(tokens.LA(1)) && tokens.LA(1) != Token.EOF) {
            if (first && !inErrorRecoveryMode(parser)) {
                errors.noDeclaration(tokens.LT(-1), tokens.LT(1));
            }
            first = false;
            int next = tokens.LA(1);
            if (next == NnLexer.IMPORT || next == NnLexer.PACKAGE) {
                parser.consume();
                skipDirective(parser);
                first = true;
            } else {
                parser.consume();
            }
        }
        endErrorCondition(parser);
    }

    private static void skipDirective(Parser parser) {
        TokenStream tokens = parser.getTokenStream();
        int next = tokens.LA(1);
        while (next != Token.EOF
                && next != NnLexer.IMPORT
                && next != NnLexer.PACKAGE
                && !(Keywords.isDeclaration(next) && Keywords.isFirstOnLine(tokens))) {
            parser.consume();
            if (next == NnLexer.SEMICOLON) {
                return;
            }
            next = tokens.LA(1);
        }
    }

    /** Skips to behind the declaration's body, or its semicolon if it has none. */
    private static void skipDeclaration(Parser parser) {
        skipStatement(parser, NO_COLUMN);
        if (parser.getTokenStream().LA(1) == NnLexer.RBRACE) {
            parser.consume();
        }
    }

    /**
     * Skips to behind the statement's semicolon or body, to before the brace around it, or to before what must be
     * another statement because it is not indented deeper than this one.
     */
    private static void skipStatement(Parser parser, int column) {
        TokenStream tokens = parser.getTokenStream();
        int depth = 0;
        int from = tokens.index();
        while (tokens.LA(1) != Token.EOF && !(Keywords.isDeclaration(tokens.LA(1)) && Keywords.isFirstOnLine(tokens))) {
            int next = tokens.LA(1);
            boolean moved = tokens.index() > from || column != ANY_COLUMN;
            if (depth == 0 && (next == NnLexer.RBRACE || moved && isOutdented(tokens, column))) {
                return;
            }
            parser.consume();
            if (next == NnLexer.LBRACE) {
                depth++;
            } else if (next == NnLexer.RBRACE) {
                depth--;
            }
            if (depth == 0 && (next == NnLexer.SEMICOLON || next == NnLexer.RBRACE)) {
                return;
            }
        }
    }

    private static boolean isOutdented(TokenStream tokens, int column) {
        return tokens.LT(1).getCharPositionInLine() <= column
                && Keywords.isFirstOnLine(tokens)
                && Keywords.beginsStatement(tokens);
    }
}
