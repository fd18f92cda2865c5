package dev.leibniz.compiler.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A message about a place in source text, as data.
 *
 * @param code symbolic name of the kind of problem, {@code shape-mismatch}
 * @param span the place that the caret points to
 * @param message lower case, without full stop: what was needed and what was found
 * @param labels other places with what is to be said of each
 * @param notes further facts, a line each
 * @param help advice, a line each
 */
public record Diagnostic(
        Severity severity,
        String code,
        Span span,
        String message,
        List<Label> labels,
        List<String> notes,
        List<String> help) {
    /** A remark on a place; without text it is only underlined. */
    public record Label(Span span, String text) {}

    public Diagnostic {
        labels = List.copyOf(labels);
        notes = List.copyOf(notes);
        help = List.copyOf(help);
    }

    public static Diagnostic error(String code, Span span, String message) {
        return new Diagnostic(Severity.ERROR, code, span, message, List.of(), List.of(), List.of());
    }

    public static Diagnostic warning(String code, Span span, String message) {
        return new Diagnostic(Severity.WARNING, code, span, message, List.of(), List.of(), List.of());
    }

    public Diagnostic label(Span place, String text) {
        return new Diagnostic(severity, code, span, message, with(labels, new Label(place, text)), notes, help);
    }

    public Diagnostic note(String text) {
        return new Diagnostic(severity, code, span, message, labels, with(notes, text), help);
    }

    public Diagnostic help(String text) {
        return new Diagnostic(severity, code, span, message, labels, notes, with(help, text));
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
