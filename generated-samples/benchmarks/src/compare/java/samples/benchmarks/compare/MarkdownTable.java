package samples.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells. */
final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(List<String> heads) {
        rows.add(List.copyOf(heads));
        rows.add(heads.stream().map(head -> "---").toList());
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Lines that each end. */
    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }

    /** Three digits or more; a dash for what there is not. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%,.0f", value);
    }
}
