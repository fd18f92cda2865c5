package dev.leibniz.compiler.source;

/**
 * A range of a file's text.
 *
 * @param start offset of the first character
 * @param end offset behind the last one
 */
public record Span(SourceFile file, int start, int end) {
    private static final SourceFile NOWHERE = new SourceFile("<built-in>", "");
    private static final Span NONE = new Span(NOWHERE, 0, 0);

    /** The place of what has none. */
    public static Span none() {
        return NONE;
    }

    public boolean isNone() {
        return file == NOWHERE;
    }

    /** The line of the first character, from 1. */
    public int line() {
        return file.line(start);
    }

    /** The column of the first character, from 1. */
    public int column() {
        return file.column(start);
    }

    /** The smallest span that holds both; this one if the other is of another file. */
    public Span to(Span other) {
        return other.file != file ? this : new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    public String text() {
        return file.text().substring(start, end);
    }

    /** {@code Digits.nn:17}. */
    @Override
    public String toString() {
        return file.name() + ":" + line();
    }
}
