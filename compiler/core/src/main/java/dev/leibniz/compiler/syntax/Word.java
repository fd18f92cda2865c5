package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.grammar.NnLexer;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/** A word of a text, which need not be a program: what editors ask about while it is being written. */
public record Word(Kind kind, String text, Span span) {
    /** What a word is by itself. */
    public enum Kind {
        KEYWORD,
        NAME,
        NUMBER,
        STRING,
        COMMENT,
        /** An operator, a bracket, a point, or what means nothing. */
        SIGN
    }

    /** All words of a text in their order, comments too, space not. */
    public static List<Word> of(SourceFile file) {
        Spans spans = new Spans(file);
        return ParsedFile.tokens(file).getTokens().stream()
                .filter(token -> token.getType() != NnLexer.SPACE && token.getType() != Token.EOF)
                .map(token -> new Word(kind(token), token.getText(), spans.of(token)))
                .toList();
    }

    /** The words that cannot be names. */
    public static List<String> keywords() {
        return IntStream.rangeClosed(NnLexer.PACKAGE, NnLexer.PRECISION)
                .mapToObj(type -> NnLexer.VOCABULARY.getLiteralName(type).replace("'", ""))
                .toList();
    }

    private static Kind kind(Token token) {
        return switch (token.getType()) {
            case NnLexer.IDENTIFIER -> Kind.NAME;
            case NnLexer.INT_LITERAL, NnLexer.FLOAT_LITERAL, NnLexer.BAD_NUMBER -> Kind.NUMBER;
            case NnLexer.STRING_LITERAL, NnLexer.UNTERMINATED_STRING -> Kind.STRING;
            case NnLexer.DOC_COMMENT, NnLexer.BLOCK_COMMENT, NnLexer.LINE_COMMENT, NnLexer.UNTERMINATED_COMMENT ->
                Kind.COMMENT;
            default -> Keywords.isKeyword(token) ? Kind.KEYWORD : Kind.SIGN;
        };
    }
}
