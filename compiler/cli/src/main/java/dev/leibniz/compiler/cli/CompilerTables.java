package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.driver.Timings;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What the compiler says about its own work and about what it made, in aligned columns. */
final class CompilerTables {
    private CompilerTables() {}

    /** Milliseconds of each stage, and its share. */
    static String timings(Timings timings) {
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

    /** Parameters, operations, and bytes of temporaries at their peak, by the free sizes. */
    static String costs(NetworkCode network) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "%s: %,d parameters%n", network.name(), network.parameterCount()));
        if (!network.outputs().isEmpty()) {
            line(table, "predict", network.predict(), network.doublePrecision());
        }
        network.train().ifPresent(plan -> line(table, "loss and gradient", plan, network.doublePrecision()));
        return table.toString();
    }

    private static void line(StringBuilder table, String what, Plan plan, boolean doublePrecision) {
        table.append(
                String.format("  %-20s%s operations, %s bytes%n", what, plan.flops(), plan.bytes(doublePrecision)));
    }
}
