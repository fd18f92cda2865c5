package dev.leibniz.compiler.lsp;

import dev.leibniz.compiler.source.Diagnostics;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.compiler.syntax.Formatter;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** The one style as an edit: of the lines between the first and the last that differ, so that editors keep cursors and marks. */
final class Formatting {
    private Formatting() {}

    /** Nothing if the file is in the style already, or is no program. */
    static List<TextEdit> of(SourceFile file) {
        return Formatter.format(file, new Diagnostics())
                .filter(formatted -> !formatted.equals(file.text()))
                .map(formatted -> List.of(edit(file, formatted)))
                .orElse(List.of());
    }

    private static TextEdit edit(SourceFile file, String formatted) {
        String text = file.text();
        int shorter = Math.min(text.length(), formatted.length());
        int same = 0;
        while (same < shorter && text.charAt(same) == formatted.charAt(same)) {
            same++;
        }
        int start = file.lineStart(file.line(same));
        int tail = 0;
        while (tail < shorter - start
                && text.charAt(text.length() - 1 - tail) == formatted.charAt(formatted.length() - 1 - tail)) {
            tail++;
        }
        int newline = text.indexOf('\n', text.length() - tail);
        int kept = newline < 0 ? 0 : text.length() - newline - 1;
        Span changed = new Span(file, start, text.length() - kept);
        return new TextEdit(Positions.of(changed), formatted.substring(start, formatted.length() - kept));
    }
}
