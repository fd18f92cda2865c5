package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * What ANTLR makes of a file.
 *
 * @param tokens all of them, comments and space too
 * @param tree empty if the text is too long or nests too deeply to be parsed
 */
record ParsedFile(Spans spans, CommonTokenStream tokens, SyntaxErrors errors, Optional<NnParser.FileContext> tree) {
    /** What a parse tree takes no more than a small part of the least Java has memory for. */
    private static final int LONGEST = 400_000;

    /** Parses it, and reports every mistake. */
    static ParsedFile of(SourceFile file, Diagnostics diagnostics) {
        Spans spans = new Spans(file);
        CommonTokenStream tokens = tokens(file);
        SyntaxErrors errors = new SyntaxErrors(spans, diagnostics);
        errors.lexical(tokens.getTokens());
        Optional<Token> tooDeep = Nesting.tooDeep(tokens.getTokens());
        if (tooDeep.isPresent()) {
            errors.tooDeep(tooDeep.get(), Nesting.DEEPEST);
            return new ParsedFile(spans, tokens, errors, Optional.empty());
        }
        if (tokens.size() > LONGEST) {
            errors.tooLong(tokens.get(LONGEST), LONGEST);
            return new ParsedFile(spans, tokens, errors, Optional.empty());
        }
        NnParser parser = new NnParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(errors));
        return new ParsedFile(spans, tokens, errors, Optional.of(parser.file()));
    }

    /** The words of a file, with comments and space. */
    static CommonTokenStream tokens(SourceFile file) {
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.path()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }
}
