package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.source.Diagnostic;
import dev.leibniz.compiler.source.Span;
import dev.leibniz.runtime.io.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A diagnostic as a JSON object on one line: severity, code, message, place, labels, notes, help. Lines and columns count from 1, ends lie behind the last character. */
final class DiagnosticJson {
    private DiagnosticJson() {}

    static String of(Diagnostic diagnostic) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", diagnostic.code());
        json.put("message", diagnostic.message());
        place(diagnostic.span(), json);
        List<Object> labels = new ArrayList<>();
        for (Diagnostic.Label label : diagnostic.labels()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("text", label.text());
            place(label.span(), one);
            labels.add(one);
        }
        json.put("labels", labels);
        json.put("notes", diagnostic.notes());
        json.put("help", diagnostic.help());
        return JsonText.of(json);
    }

    private static void place(Span span, Map<String, Object> json) {
        if (!span.isNone()) {
            json.put("file", span.file().path());
            json.put("line", span.line());
            json.put("column", span.column());
            json.put("endLine", span.file().line(span.end()));
            json.put("endColumn", span.file().column(span.end()));
        }
    }
}
