package dev.leibniz.compiler.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is drawn below one line of source: carets and underlines, the text of the rightmost behind them, the others' below, from the right to
 * the left.
 */
final class Marks {
    static final char PLAIN = ' ';
    static final char PRIMARY = '^';
    static final char SECONDARY = '-';

    private final DisplayLine line;
    private final int lineStart;
    private final int lineEnd;
    private final List<Mark> marks = new ArrayList<>();

    Marks(DisplayLine line, int lineStart, int lineEnd) {
        this.line = line;
        this.lineStart = lineStart;
        this.lineEnd = lineEnd;
    }

    /** Columns {@code from ≤ column < to}, drawn with carets if it is the primary one. */
    private record Mark(int from, int to, boolean primary, String text) {}

    /** A row below the source line, as text and its colours. */
    record Row(String text, String styles) {}

    DisplayLine line() {
        return line;
    }

    /** Marks a span that begins in this line; the part of it in further lines is left out. */
    void add(Span span, boolean primary, String text) {
        int from = line.column(span.start() - lineStart);
        int to = Math.max(from + 1, line.column(Math.min(span.end(), lineEnd) - lineStart));
        marks.add(new Mark(from, to, primary, text));
    }

    List<Row> rows() {
        List<Mark> ordered = merged();
        Optional<Mark> rightmost = ordered.stream().max(Comparator.comparingInt(Mark::to));
        Canvas canvas = new Canvas();
        ordered.stream().filter(mark -> !mark.primary()).forEach(canvas::draw);
        ordered.stream().filter(Mark::primary).forEach(canvas::draw);
        rightmost.ifPresent(mark -> canvas.write(mark.to() + 1, mark));
        List<Row> rows = new ArrayList<>(List.of(canvas.row()));
        for (Mark mark : ordered) {
            if (!mark.text().isEmpty() && mark != rightmost.orElseThrow()) {
                Canvas below = new Canvas();
                below.write(mark.from(), mark);
                rows.add(below.row());
            }
        }
        return rows;
    }

    /** From the right to the left; a label of exactly the primary span speaks for the caret. */
    private List<Mark> merged() {
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            Optional<Mark> same = merged.stream()
                    .filter(other -> other.from() == mark.from() && other.to() == mark.to())
                    .filter(other -> other.text().isEmpty() || mark.text().isEmpty())
                    .findFirst();
            same.ifPresent(merged::remove);
            merged.add(same.map(other -> new Mark(
                            mark.from(), mark.to(), mark.primary() || other.primary(), other.text() + mark.text()))
                    .orElse(mark));
        }
        merged.sort(Comparator.comparingInt(Mark::from).reversed());
        return merged;
    }

    /** A row being drawn. */
    private static final class Canvas {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder styles = new StringBuilder();

        void draw(Mark mark) {
            char style = mark.primary() ? PRIMARY : SECONDARY;
            pad(mark.to());
            for (int column = mark.from(); column < mark.to(); column++) {
                text.setCharAt(column, style);
                styles.setCharAt(column, style);
            }
        }

        void write(int column, Mark mark) {
            if (!mark.text().isEmpty()) {
                pad(column);
                text.append(mark.text());
                styles.append(String.valueOf(mark.primary() ? PRIMARY : SECONDARY)
                        .repeat(mark.text().length()));
            }
        }

        private void pad(int length) {
            text.append(" ".repeat(Math.max(0, length - text.length())));
            styles.append(String.valueOf(PLAIN).repeat(Math.max(0, length - styles.length())));
        }

        Row row() {
            return new Row(text.toString(), styles.toString());
        }
    }
}
