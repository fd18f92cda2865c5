package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.Timings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How long the stages of the compiler took, in aligned columns. */
final class TimingTable {
    private TimingTable() {}

    /** Milliseconds of each stage, and its share. */
    static String of(Timings timings) {
        StringBuilder table = new StringBuilder();
        double total = millis(timings.total());
        line(table, "stage", "ms", "share");
        for (Map.Entry<String, Duration> stage : timings.stages().entrySet()) {
            double millis = millis(stage.getValue());
            line(table, stage.getKey(), number(millis), number(100 * millis / total) + " %");
        }
        line(table, "total", number(total), "");
        return table.toString();
    }

    private static void line(StringBuilder table, String stage, String millis, String share) {
        table.append(String.format("%-24s%10s%10s", stage, millis, share).stripTrailing())
                .append('\n');
    }

    private static double millis(Duration duration) {
        return duration.toNanos() * 1e-6;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
