package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Says in the user's words what the lexer and the parser stumbled over. */
final class SyntaxErrors {
    /** How many errors of a file are shown. */
    private static final int MOST = 100;

    /** So that files of classes, called as a network and an optimizer, can be written everywhere; in bytes of UTF-8, which is what file systems count. */
    private static final int LONGEST_NAME = 100;

    private final Spans spans;
    private final Diagnostics diagnostics;
    private int count;
    private boolean endSeen;

    SyntaxErrors(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    private void report(SyntaxProblem problem, Span at) {
        count++;
        if (count <= MOST) {
            diagnostics.report(problem);
        } else if (count == MOST + 1) {
            diagnostics.report(new SyntaxProblem.TooManyErrors(at, MOST));
        }
    }

    /** The first letter of a name that is newer than the Unicode which this Java knows. */
    private static Optional<Span> newer(Span name) {
        String text = name.text();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!Character.isJavaIdentifierPart(text.codePointAt(at))) {
                int start = name.start() + at;
                return Optional.of(new Span(name.file(), start, start + Character.charCount(text.codePointAt(at))));
            }
        }
        return Optional.empty();
    }

    private static int bytes(Span name) {
        return name.text().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Reports what the lexer could make nothing of; characters side by side are one mistake. */
    void lexical(List<Token> tokens) {
        int index = 0;
        while (index < tokens.size()) {
            Token token = tokens.get(index);
            index++;
            Span span = spans.of(token);
            if (token.getType() == NnLexer.BAD_CHARACTER) {
                while (tokens.get(index).getType() == NnLexer.BAD_CHARACTER
                        && spans.of(tokens.get(index)).start() == span.end()) {
                    span = span.to(spans.of(tokens.get(index)));
                    index++;
                }
                report(new SyntaxProblem.BadCharacter(span), span);
            } else if (token.getType() == NnLexer.BAD_NUMBER) {
                report(new SyntaxProblem.BadNumber(span), span);
            } else if (token.getType() == NnLexer.UNTERMINATED_COMMENT) {
                Span opening = new Span(span.file(), span.start(), span.start() + "/*".length());
                report(new SyntaxProblem.UnterminatedComment(opening), opening);
            } else if (token.getType() == NnLexer.UNTERMINATED_STRING) {
                report(new SyntaxProblem.UnterminatedString(span), span);
            } else if (token.getType() == NnLexer.IDENTIFIER && newer(span).isPresent()) {
                report(new SyntaxProblem.BadCharacter(newer(span).get()), span);
            } else if (token.getType() == NnLexer.IDENTIFIER && bytes(span) > LONGEST_NAME) {
                report(new SyntaxProblem.NameTooLong(span, bytes(span), LONGEST_NAME), span);
            }
        }
    }

    /** A number that does not fit, which the parser itself does not mind. */
    void outOfRange(Span number, String limit) {
        report(new SyntaxProblem.NumberOutOfRange(number, limit), number);
    }

    /** A word that is special only in its place. */
    void wrongWord(Span found, String expected) {
        report(
                new SyntaxProblem.UnexpectedToken(
                        found, "`" + expected + "`", Wording.quoted(found.text()), Optional.empty(), Optional.empty()),
                found);
    }

    void tooLong(Token token, int limit) {
        report(new SyntaxProblem.FileTooLong(spans.of(token), limit), spans.of(token));
    }

    void tooDeep(Token token, int limit) {
        report(new SyntaxProblem.NestedTooDeeply(spans.of(token), limit), spans.of(token));
    }

    /** A block that the end of the file or another declaration cuts off. */
    void unclosedBlock(TokenStream tokens, Token brace) {
        Token found = tokens.LT(1);
        if (found.getType() != Token.EOF || !endSeen) {
            Span span = spans.of(Braces.unclosed(tokens, brace, found));
            report(new SyntaxProblem.UnclosedBrace(span, spans.of(found)), span);
        }
    }

    /** What stands between statements and is none. */
    void noStatement(Token found) {
        if (!Keywords.isUnreadable(found.getType())) {
            Optional<String> help = found.getType() == NnLexer.SEMICOLON ? Optional.of("remove it") : Optional.empty();
            unexpected(found, spans.of(found), "a statement or `}`", Optional.empty(), help);
        }
    }

    /** What stands between declarations and is none. */
    void noDeclaration(@Nullable Token before, Token found) {
        Span span = spans.of(found);
        int type = found.getType();
        if (Keywords.isUnreadable(type)) {
            return;
        } else if (type == NnLexer.RBRACE) {
            report(new SyntaxProblem.StrayBrace(span), span);
        } else if (type == NnLexer.IMPORT || type == NnLexer.PACKAGE) {
            report(new SyntaxProblem.OutOfPlace(span), span);
        } else if (before != null && before.getType() == NnLexer.RBRACE && Keywords.isStatement(type)) {
            report(new SyntaxProblem.OutsideDeclaration(span, Wording.found(found), spans.of(before)), span);
        } else {
            Optional<String> help = type == NnLexer.IDENTIFIER
                    ? Wording.helpForWord(found.getText(), NnLexer.PACKAGE, NnLexer.OPTIMIZER)
                    : Optional.empty();
            unexpected(found, span, Wording.DECLARATION, Optional.empty(), help);
        }
    }

    private void unexpected(Token found, Span span, String wanted, Optional<Span> opened, Optional<String> help) {
        endSeen |= found.getType() == Token.EOF;
        report(new SyntaxProblem.UnexpectedToken(span, wanted, Wording.found(found), opened, help), span);
    }

    /** What the grammar has no place for. */
    void unexpected(Parser parser, Token found, IntervalSet expected) {
        if (Keywords.isUnreadable(found.getType())) {
            return;
        }
        TokenStream tokens = parser.getTokenStream();
        Token before = tokens.LT(-1);
        boolean newLine = before != null && before.getLine() < found.getLine();
        boolean elsewhere = newLine && (Keywords.beginsStatement(tokens) || Keywords.isDeclaration(found.getType()));
        Optional<Token> open = openBracket(parser.getContext());
        Span place = before != null && found.getType() == Token.EOF ? spans.after(before) : spans.of(found);
        String wanted = isBeforeAs(parser.getContext()) ? "`as`" : Wording.wanted(expected);
        if (before != null && found.getType() == NnLexer.ASSIGN && Keywords.isKeyword(before)) {
            keywordAsName(before, parser.getContext());
        } else if (Keywords.isKeyword(found) && names(expected, parser.getContext()) && !elsewhere) {
            keywordAsName(found, parser.getContext());
        } else if (before != null && expected.contains(NnLexer.SEMICOLON) && (newLine || ends(found))) {
            Span end = spans.after(before);
            report(new SyntaxProblem.MissingSemicolon(end), end);
        } else if (open.isPresent() && closes(expected) && (elsewhere || ends(found))) {
            endSeen |= found.getType() == Token.EOF;
            Span bracket = spans.of(open.get());
            report(new SyntaxProblem.UnclosedBracket(bracket, place, wanted), bracket);
        } else {
            Optional<Span> opened = open.filter(bracket -> closes(expected)).map(spans::of);
            unexpected(found, place, wanted, opened, help(parser, found));
        }
    }

    /** Whether the user was about to write a name. */
    private static boolean names(IntervalSet expected, ParserRuleContext context) {
        return expected.contains(NnLexer.IDENTIFIER) && !isBeforeAs(context);
    }

    /** Whether the next word must be the {@code as} of a collect statement. */
    private static boolean isBeforeAs(ParserRuleContext context) {
        return context.getParent() instanceof NnParser.CollectStatementContext collect
                && context == collect.identifier(0);
    }

    private void keywordAsName(Token keyword, ParserRuleContext context) {
        Span span = spans.of(keyword);
        ParserRuleContext statement = context;
        while (statement.getParent() != null && !(statement instanceof NnParser.StatementContext)) {
            statement = statement.getParent();
        }
        Optional<String> help = statement.getStart() == keyword && isNameless(keyword)
                ? Optional.of("`" + keyword.getText() + "` is followed by its expression, without `=`")
                : Optional.empty();
        report(new SyntaxProblem.KeywordAsName(span, help), span);
    }

    private static boolean isNameless(Token keyword) {
        return keyword.getType() == NnLexer.LOSS
                || keyword.getType() == NnLexer.TRAIN
                || keyword.getType() == NnLexer.YIELD;
    }

    /** What can only stand behind a closed bracket or a finished statement. */
    private static boolean ends(Token found) {
        return found.getType() == NnLexer.SEMICOLON
                || found.getType() == NnLexer.RBRACE
                || found.getType() == NnLexer.LBRACE
                || found.getType() == Token.EOF
                || Keywords.isStatement(found.getType());
    }

    private static boolean closes(IntervalSet expected) {
        return expected.contains(NnLexer.RPAREN) || expected.contains(NnLexer.RBRACKET);
    }

    /** The innermost round or square bracket that is not closed yet. */
    private static Optional<Token> openBracket(ParserRuleContext context) {
        for (ParserRuleContext at = context; at != null; at = at.getParent()) {
            for (int i = at.getChildCount() - 1; i >= 0; i--) {
                if (at.getChild(i) instanceof TerminalNode leaf) {
                    int type = leaf.getSymbol().getType();
                    if (type == NnLexer.RPAREN || type == NnLexer.RBRACKET) {
                        break;
                    } else if (type == NnLexer.LPAREN || type == NnLexer.LBRACKET) {
                        return Optional.of(leaf.getSymbol());
                    }
                }
            }
            if (at instanceof NnParser.StatementContext) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> help(Parser parser, Token found) {
        ParserRuleContext context = parser.getContext();
        Token before = parser.getTokenStream().LT(-1);
        if (before == null) {
            return Optional.empty();
        }
        boolean defines = context instanceof NnParser.DefineStatementContext && context.getStart() == before;
        if (defines) {
            return found.getType() == NnLexer.ASSIGN
                    ? Optional.empty()
                    : Wording.helpForWord(before.getText(), NnLexer.SIZE, NnLexer.PRECISION)
                            .or(() -> helpForOperator(parser.getTokenStream()));
        }
        if (before.getType() == NnLexer.STAR && found.getType() == NnLexer.STAR) {
            return Optional.of("powers are written `x^2`");
        } else if (found.getType() == NnLexer.RANGE) {
            return Optional.of("a slice is written `x[from:to]`").filter(text -> isSubscript(context));
        } else if (found.getType() == NnLexer.DOT
                && (before.getType() == NnLexer.INT_LITERAL
                        || parser.getTokenStream().LA(2) == NnLexer.INT_LITERAL)) {
            return Optional.of("numbers have digits on both sides of the point: `0.5`, `1.0`");
        }
        return Optional.empty();
    }

    private static boolean isSubscript(ParserRuleContext context) {
        return context instanceof NnParser.IndexExpressionContext
                || context.getParent() instanceof NnParser.IndexExpressionContext;
    }

    private static Optional<String> helpForOperator(TokenStream tokens) {
        return tokens.LA(2) == NnLexer.ASSIGN
                ? Optional.of("write `" + tokens.LT(-1).getText() + " = "
                        + tokens.LT(-1).getText() + " " + tokens.LT(1).getText() + " …;`")
                : Optional.empty();
    }
}
