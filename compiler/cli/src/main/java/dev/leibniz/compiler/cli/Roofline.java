package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.explain.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The kernels of one run as a table in aligned columns, the longest first: how long each takes, and how near it gets to what the machine can do. */
final class Roofline {
    /** Fewer samples say too little about rates. */
    static final int FEWEST_SAMPLES = 20;

    private static final List<String> HEAD =
            List.of("kernel", "lines", "calls", "share", "µs", "GFLOP/s", "GB/s", "of roof", "limit", "computes");
    private static final List<Boolean> LEFT = List.of(true, true, false, false, false, false, false, false, true, true);
    private static final int LONGEST = 60;
    private static final String NONE = "–";

    private final List<KernelCost> costs;
    private final Profile profile;
    private final Machine machine;
    private final List<List<String>> rows = new ArrayList<>();

    private Roofline(List<KernelCost> costs, Profile profile, Machine machine) {
        this.costs = costs;
        this.profile = profile;
        this.machine = machine;
    }

    /** @param machine all threads together */
    static List<String> of(List<KernelCost> costs, Profile profile, Machine machine) {
        return new Roofline(costs, profile, machine).lines();
    }

    private List<String> lines() {
        rows.add(HEAD);
        int rest = profile.all();
        double least = 0;
        KernelCost total = new KernelCost("total", "", "", 0, 0, 0);
        for (KernelCost cost : costs.stream()
                .sorted(Comparator.comparingInt(this::samples).reversed())
                .toList()) {
            rows.add(row(cost, samples(cost), leastMicros(cost), limit(cost)));
            rest -= samples(cost);
            least += leastMicros(cost);
            total = total.plus(cost);
        }
        rows.add(row(new KernelCost("rest", "", "", 0, 0, 0), rest, 0, ""));
        rows.add(row(total, profile.all(), least, ""));
        return aligned();
    }

    private int samples(KernelCost cost) {
        return profile.samples().getOrDefault(cost.method(), 0);
    }

    private List<String> row(KernelCost cost, int samples, double leastMicros, String limit) {
        double share = (double) samples / Math.max(1, profile.all());
        double micros = share * profile.micros();
        boolean isKnown = samples >= FEWEST_SAMPLES && leastMicros > 0;
        return List.of(
                cost.method(),
                cost.lines(),
                cost.calls() == 0 ? "" : Figures.number(cost.calls()),
                decimal(100 * share) + " %",
                decimal(micros),
                isKnown ? decimal(cost.flops() / micros / 1e3) : NONE,
                isKnown ? decimal(cost.bytes() / micros / 1e3) : NONE,
                isKnown ? String.format(Locale.ROOT, "%.0f %%", 100 * leastMicros / micros) : NONE,
                limit,
                shortened(cost.formula()));
    }

    /** FLOPs and bytes flow at the same time, so the slower of the two is the roof. */
    private double leastMicros(KernelCost cost) {
        return 1e6 * Math.max(cost.flops() / machine.flops(), cost.bytes() / machine.bytes());
    }

    private String limit(KernelCost cost) {
        if (leastMicros(cost) == 0) {
            return "";
        }
        return cost.flops() / machine.flops() > cost.bytes() / machine.bytes() ? "arithmetic" : "memory";
    }

    private static String shortened(String formula) {
        return formula.length() > LONGEST ? formula.substring(0, LONGEST - 1) + "…" : formula;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : "%,.1f", value);
    }

    private List<String> aligned() {
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String format = "%" + (LEFT.get(column) ? "-" : "") + widths[column] + "s  ";
            line.append(String.format(format, row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
