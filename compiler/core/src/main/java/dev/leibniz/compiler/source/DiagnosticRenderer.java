package dev.leibniz.compiler.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Diagnostics as text: message, place, excerpt with marks, notes and help. Lines end with a line feed. */
public final class DiagnosticRenderer {
    private final Palette palette;

    /** @param colours whether to use ANSI colours */
    public DiagnosticRenderer(boolean colours) {
        palette = new Palette(colours);
    }

    /** All of them, an empty line between two. */
    public String render(List<Diagnostic> diagnostics) {
        return String.join("\n", diagnostics.stream().map(this::render).toList());
    }

    /** One diagnostic: {@code error[code]: message}, and below it where and why. */
    public String render(Diagnostic diagnostic) {
        String kind = diagnostic.isError() ? "error" : "warning";
        return palette.severity(diagnostic.severity(), kind + "[" + diagnostic.code() + "]")
                + palette.bold(": " + diagnostic.message()) + "\n"
                + body(diagnostic, true);
    }

    /** The form of Maven's own messages, {@code Digits.nn:[14,19] code: message}, and below it the excerpt, without colours. */
    public static String mavenForm(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        String place = span.isNone() ? "" : span.file().path() + ":[" + span.line() + "," + span.column() + "] ";
        return place + diagnostic.code() + ": " + diagnostic.message() + "\n"
                + new DiagnosticRenderer(false).body(diagnostic, false);
    }

    private String body(Diagnostic diagnostic, boolean withPlace) {
        Map<SourceFile, TreeMap<Integer, Marks>> files = marks(diagnostic);
        int width = files.values().stream()
                .mapToInt(lines -> Integer.toString(lines.lastKey()).length())
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (Map.Entry<SourceFile, TreeMap<Integer, Marks>> entry : files.entrySet()) {
            if (withPlace || !first) {
                text.append(" ".repeat(width))
                        .append(palette.frame(first ? "--> " : "::: "))
                        .append(
                                first
                                        ? place(diagnostic.span())
                                        : entry.getKey().path() + ":"
                                                + entry.getValue().firstKey())
                        .append('\n');
            }
            text.append(" ".repeat(width + 1)).append(palette.frame("|")).append('\n');
            excerpt(entry.getKey(), entry.getValue(), width, text);
            first = false;
        }
        diagnostic.notes().forEach(note -> remark("note", note, width, text));
        diagnostic.help().forEach(help -> remark("help", help, width, text));
        return text.toString();
    }

    private void excerpt(SourceFile file, TreeMap<Integer, Marks> lines, int width, StringBuilder text) {
        int previous = lines.firstKey() - 1;
        for (Map.Entry<Integer, Marks> entry : lines.entrySet()) {
            int number = entry.getKey();
            if (number == previous + 2) {
                source(previous + 1, new DisplayLine(file.lineText(previous + 1), 0), width, text);
            } else if (number > previous + 2) {
                text.append(palette.frame("...")).append('\n');
            }
            source(number, entry.getValue().line(), width, text);
            for (Marks.Row row : entry.getValue().rows()) {
                text.append(" ".repeat(width + 1))
                        .append(palette.frame("|"))
                        .append(' ')
                        .append(palette.marks(row))
                        .append('\n');
            }
            previous = number;
        }
    }

    private void source(int number, DisplayLine line, int width, StringBuilder text) {
        String digits = Integer.toString(number);
        text.append(palette.frame(digits + " ".repeat(width - digits.length()) + " |"))
                .append((" " + line).stripTrailing())
                .append('\n');
    }

    private void remark(String kind, String remark, int width, StringBuilder text) {
        text.append(" ".repeat(width + 1))
                .append(palette.frame("="))
                .append(palette.bold(" " + kind + ":"))
                .append(' ')
                .append(remark)
                .append('\n');
    }

    /** The marks by file, that of the primary span first, and by line. */
    private static Map<SourceFile, TreeMap<Integer, Marks>> marks(Diagnostic diagnostic) {
        Map<SourceFile, TreeMap<Integer, Marks>> files = new LinkedHashMap<>();
        List<Diagnostic.Label> labels = new ArrayList<>();
        labels.add(new Diagnostic.Label(diagnostic.span(), ""));
        diagnostic.labels().stream()
                .sorted(Comparator.comparingInt(label -> label.span().start()))
                .forEach(labels::add);
        for (int index = 0; index < labels.size(); index++) {
            Span span = labels.get(index).span();
            if (!span.isNone()) {
                int number = span.line();
                files.computeIfAbsent(span.file(), file -> new TreeMap<>())
                        .computeIfAbsent(number, line -> marks(span, line))
                        .add(span, index == 0, labels.get(index).text());
            }
        }
        return files;
    }

    private static Marks marks(Span span, int number) {
        int start = span.file().lineStart(number);
        String line = span.file().lineText(number);
        return new Marks(new DisplayLine(line, span.start() - start), start, start + line.length());
    }

    private static String place(Span span) {
        return span.file().path() + ":" + span.line() + ":" + span.column();
    }
}
