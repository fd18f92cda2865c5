package dev.leibniz.compiler.source;

import java.util.ArrayList;
import java.util.List;

/** A named text with its lines. Two files are equal only if they are the same object. */
public final class SourceFile {
    private final String path;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();

    /** @param path as the user wrote it, shown in diagnostics */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
        lineStarts.add(0);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
                lineStarts.add(at + 1);
            }
        }
    }

    public String path() {
        return path;
    }

    /** The file name without folders, in one line whatever it has: it stands in comments of generated code. */
    public String name() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    public String text() {
        return text;
    }

    /** The line that holds this offset, from 1. */
    public int line(int offset) {
        int low = 0;
        int high = lineStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    /** The column of this offset in its line, from 1, in characters. */
    public int column(int offset) {
        int start = lineStarts.get(line(offset) - 1);
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** The offset at which a line, from 1, begins. */
    public int lineStart(int line) {
        return lineStarts.get(line - 1);
    }

    /** A line, from 1, without its end. */
    public String lineText(int line) {
        int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
        return text.substring(lineStarts.get(line - 1), end).replaceAll("[\\r\\n]+$", "");
    }

    @Override
    public String toString() {
        return path;
    }
}
