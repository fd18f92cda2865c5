package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places as the protocol counts them: lines from 0, and in a line UTF-16 units, which are Java's chars. */
final class Positions {
    private Positions() {}

    static Position of(SourceFile file, int offset) {
        int within = Math.min(offset, file.text().length());
        int line = file.line(within);
        return new Position(line - 1, within - file.lineStart(line));
    }

    static Range of(Span span) {
        return new Range(of(span.file(), span.start()), of(span.file(), span.end()));
    }

    /** The offset of a position; of one that the text does not have, that of the nearest. */
    static int offset(SourceFile file, Position position) {
        int lines = file.line(file.text().length());
        int line = position.getLine() + 1;
        if (line < 1) {
            return 0;
        } else if (line > lines) {
            return file.text().length();
        }
        int length = file.lineText(line).length();
        return file.lineStart(line) + Math.max(0, Math.min(position.getCharacter(), length));
    }
}
