package dev.leibniz.compiler.cli;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.explain.TextLines;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Ready;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Traffic;
import dev.leibniz.compiler.schedule.NetworkCode;
import java.util.ArrayList;
import java.util.List;

/** The kernels of a network in the order in which they run: what each computes, FLOPs, and bytes read and written. */
final class ScheduleText {
    private static final int WIDTH = 118;

    private final NetworkCode network;
    private final Figures figures;
    private final List<String> lines = new ArrayList<>();
    private int kernels;

    private ScheduleText(NetworkCode network, Figures figures) {
        this.network = network;
        this.figures = figures;
    }

    static List<String> of(NetworkCode network, Figures figures) {
        ScheduleText text = new ScheduleText(network, figures);
        text.lines.add("network " + network.name());
        if (!network.outputs().isEmpty()) {
            text.plan("predict", network.predict());
        }
        network.evaluate().ifPresent(plan -> text.plan("evaluate", plan));
        network.train().ifPresent(plan -> text.plan("loss and gradient", plan));
        for (NetworkCode.Update update : network.updates()) {
            text.title("update by " + update.description());
            text.kernels = 0;
            text.kernel(update.kernel(), "  ");
        }
        return text.lines;
    }

    private void title(String title) {
        lines.add("");
        lines.add("  " + title);
    }

    private void plan(String name, Plan plan) {
        title(name);
        kernels = 0;
        steps(plan.forward(), "  ");
        if (!plan.backward().isEmpty()) {
            lines.add("  backward:");
            steps(plan.backward(), "  ");
        }
        List<Step> all = new ArrayList<>(plan.forward());
        all.addAll(plan.backward());
        lines.add("  total: " + Figures.number(kernels) + " kernels from " + Figures.number(plan.operations())
                + " operations");
        costs("    ", plan.flops(), Traffic.of(all, network.doublePrecision()));
        Size peak = plan.bytes(network.doublePrecision());
        lines.addAll(TextLines.wrapped("    ", Figures.formula(peak) + " bytes at the peak", WIDTH));
        if (!network.freeSizes().isEmpty()) {
            Traffic traffic = Traffic.of(all, network.doublePrecision());
            lines.add("    with " + figures.assumed(network.freeSizes()) + ": " + number(plan.flops())
                    + " FLOPs, reads " + number(traffic.reads()) + ", writes " + number(traffic.writes())
                    + " bytes, peak " + number(peak));
        }
    }

    private String number(Size size) {
        return Figures.number(figures.value(size));
    }

    private void steps(List<Step> steps, String indent) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                lines.add(indent + "  " + repeat.heading());
                steps(repeat.body(), indent + "  ");
            } else if (step instanceof Kernel kernel) {
                kernel(kernel, indent);
            } else if (step instanceof Ready ready) {
                lines.add(indent + "     a trainer updates parameters " + Figures.number(ready.from()) + " to "
                        + Figures.number(ready.to() - 1));
            }
        }
    }

    private void kernel(Kernel kernel, String indent) {
        kernels++;
        String head = indent + String.format("%3d  ", kernels);
        for (Formula formula : kernel.formulas()) {
            String place = formula.origin().isNone() ? "" : formula.origin() + "  ";
            int split = formula.text().indexOf(' ');
            String typed = formula.text().substring(0, split) + ": " + formula.type()
                    + formula.text().substring(split);
            lines.addAll(TextLines.wrapped(head + place, typed, WIDTH));
            head = " ".repeat(head.length());
        }
        costs(indent + "       ", kernel.flops(), Traffic.of(kernel, network.doublePrecision()));
    }

    private void costs(String head, Size flops, Traffic traffic) {
        String text = Figures.formula(flops) + " FLOPs, reads " + Figures.formula(traffic.reads()) + ", writes "
                + Figures.formula(traffic.writes()) + " bytes";
        lines.addAll(TextLines.wrapped(head, text, WIDTH));
    }
}
