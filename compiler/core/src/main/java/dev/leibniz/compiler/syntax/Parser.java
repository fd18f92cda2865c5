package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Reads a file: text in, syntax tree out, every mistake reported. */
public final class Parser {
    /** How deeply brackets, signs, powers and choices may be nested. */
    private static final int DEEPEST = 300;

    private Parser() {}

    /** The part of the file that could be understood; nothing is reported exactly if that is all of it. */
    public static Program parse(SourceFile file, Diagnostics diagnostics) {
        Spans spans = new Spans(file);
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.path()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        SyntaxErrors errors = new SyntaxErrors(spans, diagnostics);
        tokens.getTokens().forEach(errors::lexical);
        Optional<Token> tooDeep = tooDeep(tokens.getTokens());
        if (tooDeep.isPresent()) {
            diagnostics.report(Diagnostic.error(
                    "nested-too-deeply",
                    spans.of(tooDeep.get()),
                    "expressions and blocks can be nested " + DEEPEST + " levels deep, not more"));
            return new Program(file, Optional.empty(), List.of(), List.of());
        }
        NnParser parser = new NnParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        try {
            return new TreeBuilder(spans, tokens, diagnostics).program(parser.file());
        } catch (StackOverflowError e) {
            diagnostics.report(Diagnostic.error(
                    "nested-too-deeply", new Span(file, 0, 0), "this file is nested too deeply to be read"));
            return new Program(file, Optional.empty(), List.of(), List.of());
        }
    }

    /** The first token that is nested too deeply: in brackets, or behind prefix and right-associative operators of one statement. */
    private static Optional<Token> tooDeep(List<Token> tokens) {
        int brackets = 0;
        int chain = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case NnLexer.LPAREN, NnLexer.LBRACKET, NnLexer.LBRACE -> brackets++;
                case NnLexer.RPAREN, NnLexer.RBRACKET, NnLexer.RBRACE -> brackets--;
                case NnLexer.MINUS, NnLexer.NOT -> chain++;
                case NnLexer.CARET, NnLexer.QUESTION -> chain += 1;
                case NnLexer.SEMICOLON, NnLexer.COMMA -> chain = 0;
                case NnLexer.IDENTIFIER, NnLexer.INT_LITERAL, NnLexer.FLOAT_LITERAL -> chain = Math.min(chain, DEEPEST);
                default -> {}
            }
            if (brackets > DEEPEST || chain > 20 * DEEPEST) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
