package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Lays a file's words out in lines. */
final class FormattedText {
    private static final String INDENT = "  ";

    private final List<Token> tokens;
    private final Spacing spacing;
    private final FormattedLines lines = new FormattedLines();
    /** How far the line is indented, beyond its block, that each open bracket stands on. */
    private final Deque<Integer> brackets = new ArrayDeque<>();

    private int depth;
    /** How far the line is indented beyond its block. */
    private int level;

    private boolean isInStatement;
    /** Whether what was placed last ended a declaration, the package, or the imports. */
    private boolean isBehindPart;

    FormattedText(ParsedFile parsed) {
        this.tokens = parsed.tokens().getTokens().stream()
                .filter(token -> token.getType() != NnLexer.SPACE && token.getType() != Token.EOF)
                .toList();
        this.spacing = new Spacing(parsed.tree().orElseThrow());
    }

    String text() {
        for (int i = 0; i < tokens.size(); i++) {
            place(i);
        }
        return lines.text();
    }

    private void place(int i) {
        Token token = tokens.get(i);
        int levelOnNewLine = levelOf(token);
        if (token.getType() == NnLexer.RBRACE) {
            depth--;
        }
        if (i == 0 || isBreak(tokens.get(i - 1), token)) {
            level = levelOnNewLine;
            lines.begin(INDENT.repeat(depth + level), isEmptyLineBefore(i));
            isBehindPart = false;
        } else {
            lines.append(spacing.between(tokens.get(i - 1), token));
        }
        if (Spacing.isComment(token)) {
            lines.comment(token.getText());
        } else {
            lines.word(token.getText(), !isInStatement);
            follow(i, token);
        }
    }

    /** What the next word finds. */
    private void follow(int i, Token token) {
        switch (token.getType()) {
            case NnLexer.LPAREN, NnLexer.LBRACKET -> brackets.push(level);
            case NnLexer.LBRACE -> depth++;
            default -> {}
        }
        isBehindPart = depth == 0 && (token.getType() == NnLexer.RBRACE || endsHeading(i, token));
        isInStatement = token.getType() != NnLexer.SEMICOLON && !Spacing.isBrace(token);
    }

    /** Whether a semicolon ends the package or the last of the imports. */
    private boolean endsHeading(int i, Token token) {
        if (token.getType() != NnLexer.SEMICOLON) {
            return false;
        }
        int first = firstWordBefore(i);
        return first == NnLexer.PACKAGE || first == NnLexer.IMPORT && nextWord(i) != NnLexer.IMPORT;
    }

    /** The word that begins the statement without a block that ends here. */
    private int firstWordBefore(int i) {
        int first = Token.EOF;
        for (int k = i - 1; k >= 0 && tokens.get(k).getType() != NnLexer.SEMICOLON; k--) {
            if (Spacing.isBrace(tokens.get(k))) {
                break;
            } else if (!Spacing.isComment(tokens.get(k))) {
                first = tokens.get(k).getType();
            }
        }
        return first;
    }

    private int nextWord(int i) {
        return tokens.stream()
                .skip(i + 1L)
                .filter(token -> !Spacing.isComment(token))
                .mapToInt(Token::getType)
                .findFirst()
                .orElse(Token.EOF);
    }

    private boolean isBreak(Token before, Token token) {
        boolean isOnNewLine = newlines(before, token) > 0;
        if (before.getType() == NnLexer.LINE_COMMENT) {
            return true;
        } else if (Spacing.isComment(token)) {
            return isOnNewLine || token.getType() == NnLexer.DOC_COMMENT;
        } else if (token.getType() == NnLexer.LBRACE || token.getType() == NnLexer.SEMICOLON) {
            return false;
        } else if (isInStatement) {
            return isOnNewLine && token.getType() != NnLexer.COMMA;
        } else if (before.getType() == NnLexer.BLOCK_COMMENT && !lines.endsWithTrailingComment()) {
            return isOnNewLine || token.getType() == NnLexer.RBRACE;
        }
        return before.getType() != NnLexer.LBRACE || token.getType() != NnLexer.RBRACE;
    }

    private static int newlines(Token before, Token token) {
        int ending = (int) before.getText().chars().filter(c -> c == '\n').count();
        return token.getLine() - before.getLine() - ending;
    }

    private boolean isEmptyLineBefore(int i) {
        if (i == 0 || isInStatement) {
            return false;
        }
        Token before = tokens.get(i - 1);
        boolean isInside = before.getType() != NnLexer.LBRACE && tokens.get(i).getType() != NnLexer.RBRACE;
        return isInside && (isBehindPart || newlines(before, tokens.get(i)) > 1);
    }

    /** A closing bracket stands under the line that opened it, what is inside of brackets one step to the right of that, any other continuation one step to the right of its statement. */
    private int levelOf(Token token) {
        if (token.getType() == NnLexer.RPAREN || token.getType() == NnLexer.RBRACKET) {
            return brackets.pop();
        } else if (!brackets.isEmpty()) {
            return brackets.peek() + 1;
        }
        return isInStatement ? 1 : 0;
    }
}
