package dev.leibniz.compiler.syntax;

import dev.leibniz.grammar.NnLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * How deeply a text nests, read off its tokens before anything recurses over it: brackets, and inside each of them the
 * signs, powers and choices that stand in one another. Chains like {@code a + b + c} are flat however long they are.
 */
final class Nesting {
    /** How deep a program may be. */
    static final int DEEPEST = 300;

    private final Deque<Level> outer = new ArrayDeque<>();
    private Level level = new Level(0);
    private int before = Token.EOF;

    /** What is open between one bracket and the next. */
    private static final class Level {
        private final int outside;
        private int signs;
        private int powers;
        private int choices;

        Level(int outside) {
            this.outside = outside;
        }

        int depth() {
            return outside + signs + powers + choices;
        }
    }

    private Nesting() {}

    /** The first token that is too deep. */
    static Optional<Token> tooDeep(List<Token> tokens) {
        Nesting nesting = new Nesting();
        for (Token token : tokens) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                nesting.read(token.getType());
                if (nesting.level.depth() > DEEPEST) {
                    return Optional.of(token);
                }
            }
        }
        return Optional.empty();
    }

    private void read(int type) {
        switch (type) {
            case NnLexer.LPAREN, NnLexer.LBRACKET, NnLexer.LBRACE -> {
                outer.push(level);
                level = new Level(level.depth() + 1);
            }
            case NnLexer.RPAREN, NnLexer.RBRACKET, NnLexer.RBRACE -> {
                level = outer.isEmpty() ? new Level(0) : outer.pop();
                level.signs = 0;
            }
            case NnLexer.COMMA, NnLexer.SEMICOLON -> level = new Level(level.outside);
            case NnLexer.NOT -> level.signs++;
            case NnLexer.MINUS -> minus();
            case NnLexer.CARET -> level.powers++;
            case NnLexer.QUESTION -> {
                level.powers = 0;
                level.choices++;
            }
            default -> {
                level.signs = 0;
                if (isOperator(type)) {
                    level.powers = 0;
                }
            }
        }
        before = type;
    }

    private void minus() {
        if (endsOperand(before)) {
            level.powers = 0;
        } else {
            level.signs++;
        }
    }

    private static boolean isOperator(int type) {
        return type >= NnLexer.PIPE && type <= NnLexer.AT;
    }

    private static boolean endsOperand(int type) {
        return switch (type) {
            case NnLexer.IDENTIFIER, NnLexer.INT_LITERAL, NnLexer.FLOAT_LITERAL, NnLexer.STRING_LITERAL -> true;
            case NnLexer.TRUE, NnLexer.FALSE, NnLexer.TRAINING, NnLexer.GRAD -> true;
            case NnLexer.RPAREN, NnLexer.RBRACKET, NnLexer.PRIME -> true;
            default -> false;
        };
    }
}
