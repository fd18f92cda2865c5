package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads a file: text in, syntax tree out, every mistake reported. */
public final class Parser {
    private Parser() {}

    /** The part of the file that could be understood; nothing is reported exactly if that is all of it. */
    public static Program parse(SourceFile file, Diagnostics diagnostics) {
        Spans spans = new Spans(file);
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.path()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        SyntaxErrors errors = new SyntaxErrors(spans, diagnostics);
        errors.lexical(tokens.getTokens());
        Optional<Token> tooDeep = Nesting.tooDeep(tokens.getTokens());
        if (tooDeep.isPresent()) {
            errors.tooDeep(tooDeep.get(), Nesting.DEEPEST);
            return new Program(file, Optional.empty(), List.of(), List.of());
        }
        NnParser parser = new NnParser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(errors));
        return new TreeBuilder(spans, tokens, errors).program(parser.file());
    }
}
