package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.ArrayList;
import java.util.List;

/** What the plans of a network need, as formulas in the free sizes and as numbers, in aligned columns. */
final class CostTable {
    private static final String INDENT = "    ";

    private record Row(String what, String formula, String number, String remark) {}

    private final NetworkCode network;
    private final Figures figures;
    private final List<Row> rows = new ArrayList<>();

    private CostTable(NetworkCode network, Figures figures) {
        this.network = network;
        this.figures = figures;
    }

    static List<String> of(NetworkCode network, Figures figures) {
        return new CostTable(network, figures).lines();
    }

    private List<String> lines() {
        rows.add(new Row("", "", figures.assumed(network.freeSizes()), ""));
        if (!network.outputs().isEmpty()) {
            add("predict", network.predict());
        }
        network.evaluate().ifPresent(plan -> add("evaluate", plan));
        network.train().ifPresent(plan -> add("loss and gradient", plan));
        int whats = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        int formulas =
                rows.stream().mapToInt(row -> row.formula().length()).max().orElse(0);
        int numbers = rows.stream().mapToInt(row -> row.number().length()).max().orElse(0);
        String format = "%-" + whats + "s  %-" + Math.max(1, formulas) + "s  %" + Math.max(1, numbers) + "s  %s";
        int width = network.doublePrecision() ? 8 : 4;
        List<String> lines = new ArrayList<>();
        lines.add(network.name() + ": " + Figures.number(network.parameterCount()) + " parameters, "
                + Figures.number(network.parameterCount() * width) + " bytes");
        for (Row row : rows) {
            lines.add(String.format(format, row.what(), row.formula(), row.number(), row.remark())
                    .stripTrailing());
        }
        return lines;
    }

    private void add(String name, Plan plan) {
        rows.add(new Row("  " + name, "", "", ""));
        boolean trains = !plan.backward().isEmpty();
        add(
                "FLOPs",
                plan.flops(),
                trains ? figures.ratio(plan.flops(), plan.forwardFlops()) + " times those of the forward pass" : "");
        Size peak = plan.bytes(network.doublePrecision());
        Size least = plan.leastBytes(network.doublePrecision());
        add(
                "bytes at the peak",
                peak,
                figures.value(least) == 0 ? "" : figures.ratio(peak, least) + " times the lower bound");
        add("lower bound", least, "");
        rows.add(new Row(
                INDENT + "kernels",
                "",
                Figures.number(plan.kernels().size()),
                "of " + Figures.number(plan.operations()) + " operations"));
    }

    private void add(String what, Size size, String remark) {
        rows.add(new Row(INDENT + what, Figures.formula(size), Figures.number(figures.value(size)), remark));
    }
}
