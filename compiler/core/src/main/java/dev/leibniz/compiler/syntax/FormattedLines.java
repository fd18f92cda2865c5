package dev.leibniz.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lines that are being written, and what is aligned between those that follow each other. */
final class FormattedLines {
    /** Words that say what a network gives. */
    private static final Set<String> RESULTS = Set.of("output", "loss", "metric", "train");

    private final List<Line> lines = new ArrayList<>();

    /** A line: code, and the comment at its end or all it has. */
    private static final class Line {
        private final String indent;
        private final boolean isAfterEmptyLine;
        private final StringBuilder code = new StringBuilder();
        private String comment = "";
        private boolean hasWord;
        private String result = "";

        Line(String indent, boolean isAfterEmptyLine) {
            this.indent = indent;
            this.isAfterEmptyLine = isAfterEmptyLine;
        }

        boolean isTrailed() {
            return !comment.isEmpty() && hasWord;
        }

        int width() {
            return indent.length() + code.toString().stripTrailing().length();
        }

        String text() {
            String text = code.toString().stripTrailing();
            String space = isTrailed() ? "  " : text.isEmpty() || comment.isEmpty() ? "" : " ";
            return (indent + text + space + comment).stripTrailing();
        }
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    void begin(String indent, boolean isAfterEmptyLine) {
        lines.add(new Line(indent, isAfterEmptyLine && !lines.isEmpty()));
    }

    void append(String space) {
        last().code.append(space);
    }

    /** @param isFirst whether it begins a statement */
    void word(String text, boolean isFirst) {
        keepComment();
        last().code.append(text);
        last().hasWord = true;
        if (isFirst && RESULTS.contains(text) && last().code.length() == text.length()) {
            last().result = text;
        }
    }

    void comment(String text) {
        keepComment();
        last().comment = reindented(text, last().indent);
    }

    boolean endsWithTrailingComment() {
        return last().isTrailed();
    }

    /** A comment that something follows in its line is part of the code. */
    private void keepComment() {
        Line line = last();
        if (!line.comment.isEmpty()) {
            String code = line.code.toString().stripTrailing();
            line.code.setLength(0);
            line.code
                    .append(code)
                    .append(code.isEmpty() ? "" : " ")
                    .append(line.comment)
                    .append(' ');
            line.comment = "";
        }
    }

    /** Lines of a comment that begin with a star stand under the first one; others are left. */
    private static String reindented(String comment, String indent) {
        return comment.lines()
                .map(String::stripTrailing)
                .map(line -> line.strip().startsWith("*") ? indent + " " + line.strip() : line)
                .collect(Collectors.joining("\n"));
    }

    String text() {
        align((above, line) -> !above.result.isEmpty() && !line.result.isEmpty(), FormattedLines::alignResults);
        align((above, line) -> above.isTrailed() && line.isTrailed(), FormattedLines::alignComments);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.isAfterEmptyLine ? "\n" : "").append(line.text()).append('\n');
        }
        return text.toString();
    }

    /** Aligns each run of lines of which each belongs to the one above. */
    private void align(BiPredicate<Line, Line> belongs, Consumer<List<Line>> aligner) {
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            boolean goesOn = i < lines.size()
                    && !lines.get(i).isAfterEmptyLine
                    && lines.get(i).indent.equals(lines.get(i - 1).indent)
                    && belongs.test(lines.get(i - 1), lines.get(i));
            if (!goesOn) {
                aligner.accept(lines.subList(from, i));
                from = i;
            }
        }
    }

    private static void alignResults(List<Line> run) {
        int longest = run.stream().mapToInt(line -> line.result.length()).max().orElse(0);
        for (Line line : run) {
            line.code.insert(line.result.length(), " ".repeat(longest - line.result.length()));
        }
    }

    private static void alignComments(List<Line> run) {
        int longest =
                run.stream().filter(Line::isTrailed).mapToInt(Line::width).max().orElse(0);
        for (Line line : run) {
            if (line.isTrailed()) {
                line.comment = " ".repeat(longest - line.width()) + line.comment;
            }
        }
    }
}
