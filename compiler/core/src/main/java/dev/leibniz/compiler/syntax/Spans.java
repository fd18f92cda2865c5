package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The places of tokens and subtrees in the source; ANTLR counts in code points, spans in chars. */
final class Spans {
    private final SourceFile file;
    private final int[] offsets;

    Spans(SourceFile file) {
        this.file = file;
        String text = file.text();
        this.offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
    }

    SourceFile file() {
        return file;
    }

    Span of(Token token) {
        int start = Math.min(token.getStartIndex(), offsets.length - 1);
        int end = token.getType() == Token.EOF ? start : Math.min(token.getStopIndex() + 1, offsets.length - 1);
        return new Span(file, offsets[start], offsets[Math.max(start, end)]);
    }

    Span of(ParserRuleContext tree) {
        Token stop = tree.getStop() == null ? tree.getStart() : tree.getStop();
        return of(tree.getStart()).to(of(stop));
    }

    /** The empty place behind a token. */
    Span after(Token token) {
        int end = of(token).end();
        return new Span(file, end, end);
    }
}
