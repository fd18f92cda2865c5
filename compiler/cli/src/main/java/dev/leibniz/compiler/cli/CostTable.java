package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.explain.TextLines;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.ArrayList;
import java.util.List;

/** What the plans of a network need, as numbers and as formulas in the free sizes, in aligned columns. */
final class CostTable {
    private static final int WIDTH = 118;
    private static final String ITEM = "    ";
    private static final String OF_ITEM = "      ";

    private record Row(String what, String number, String formula) {}

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
        if (!network.outputs().isEmpty()) {
            add("predict", network.predict());
        }
        network.evaluate().ifPresent(plan -> add("evaluate", plan));
        network.train().ifPresent(plan -> add("loss and gradient", plan));
        int whats = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        int numbers = rows.stream().mapToInt(row -> row.number().length()).max().orElse(0);
        int width = network.doublePrecision() ? 8 : 4;
        String sizes = network.freeSizes().isEmpty() ? "" : "; " + figures.assumed(network.freeSizes());
        List<String> lines = new ArrayList<>();
        lines.add(network.name() + ": " + Figures.number(network.parameterCount()) + " parameters, "
                + Figures.number(network.parameterCount() * width) + " bytes" + sizes);
        for (Row row : rows) {
            String head = String.format("%-" + whats + "s  %" + Math.max(1, numbers) + "s  ", row.what(), row.number());
            lines.addAll(TextLines.wrapped(head, row.formula(), WIDTH));
        }
        return lines;
    }

    private void add(String name, Plan plan) {
        rows.add(new Row("  " + name, "", ""));
        add(ITEM + "FLOPs", plan.flops());
        if (!plan.backward().isEmpty()) {
            rows.add(new Row(OF_ITEM + "times forward", figures.ratio(plan.flops(), plan.forwardFlops()), ""));
        }
        Size peak = plan.bytes(network.doublePrecision());
        Size least = plan.leastBytes(network.doublePrecision());
        add(ITEM + "peak bytes", peak);
        add(OF_ITEM + "lower bound", least);
        if (figures.value(least) > 0) {
            rows.add(new Row(OF_ITEM + "times lower bound", figures.ratio(peak, least), ""));
        }
        rows.add(new Row(ITEM + "kernels", Figures.number(plan.kernels().size()), ""));
        rows.add(new Row(OF_ITEM + "from operations", Figures.number(plan.operations()), ""));
    }

    private void add(String what, Size size) {
        String formula = size.isConstant() ? "" : Figures.formula(size);
        rows.add(new Row(what, Figures.number(figures.value(size)), formula));
    }
}
