package dev.leibniz.compiler.page;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.DType;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Lifetimes;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Step;
import java.util.ArrayList;
import java.util.List;

/** Where the temporaries of a plan lie while its kernels run: kernels from left to right, addresses from bottom to top. */
final class MemoryChart {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 320;
    private static final double LEFT = 90;
    private static final double BOTTOM = 30;

    private final Plan plan;
    private final boolean doublePrecision;
    private final Figures figures;
    private final List<Kernel> kernels;
    private final double bytes;

    private MemoryChart(Plan plan, boolean doublePrecision, Figures figures) {
        this.plan = plan;
        this.doublePrecision = doublePrecision;
        this.figures = figures;
        this.kernels = plan.kernels();
        this.bytes = Math.max(1, figures.value(plan.bytes(doublePrecision)));
    }

    static String of(Plan plan, boolean doublePrecision, Figures figures) {
        return new MemoryChart(plan, doublePrecision, figures).draw();
    }

    private double x(double kernel) {
        return LEFT + (WIDTH - LEFT) * kernel / Math.max(1, kernels.size());
    }

    private double y(double address) {
        return (HEIGHT - BOTTOM) * (1 - address / bytes);
    }

    private String draw() {
        Markup svg = new Markup();
        svg.open("div", "class", "scroll");
        svg.open("svg", "class", "memory", "viewBox", "0 -8 1000 332", "role", "img", "aria-label", "memory plan");
        for (int quarter = 0; quarter <= 4; quarter++) {
            double address = bytes * quarter / 4;
            svg.open("line", "x1", LEFT, "x2", WIDTH, "y1", y(address), "y2", y(address), "class", "grid")
                    .close();
            svg.element(
                    "text", Figures.number(Math.round(address)), "x", LEFT - 6, "y", y(address) + 4, "class", "end");
        }
        if (!plan.backward().isEmpty()) {
            double from = x(Step.kernels(plan.forward()).size());
            svg.open("line", "x1", from, "x2", from, "y1", 0, "y2", HEIGHT - BOTTOM, "class", "border")
                    .close();
            svg.element("text", "backward", "x", from + 4, "y", HEIGHT - 10);
        }
        svg.element("text", "forward", "x", LEFT, "y", HEIGHT - 10);
        List<Step> steps = new ArrayList<>(plan.forward());
        steps.addAll(plan.backward());
        Lifetimes.of(steps).forEach((buffer, life) -> block(svg, buffer, life));
        return svg.close().close().toString();
    }

    private void block(Markup svg, Buffer buffer, Lifetimes.Lifetime life) {
        int width = buffer.type() == DType.FLOAT && doublePrecision ? 8 : 4;
        double ints = buffer.type() == DType.FLOAT ? 0 : figures.value(plan.floats()) * (doublePrecision ? 8.0 : 4.0);
        double low = ints + width * (double) figures.value(plan.slots().get(buffer));
        double size = width * (double) figures.value(buffer.elements());
        String tip = buffer.name() + "\n" + Figures.number((long) size) + " bytes: "
                + Figures.formula(buffer.elements().times(width)) + "\nfrom " + name(life.first()) + " to "
                + name(life.last());
        double height = Math.max(1, y(low) - y(low + size));
        double across = x(life.last() + 1.0) - x(life.first());
        svg.open("g", "class", "block", "data-tip", tip, "tabindex", "0");
        svg.open("rect", "x", x(life.first()), "y", y(low + size), "width", Math.max(1, across - 1), "height", height)
                .close();
        if (height > 12 && across > 7.0 * buffer.name().length()) {
            svg.element("text", buffer.name(), "x", x(life.first()) + 4, "y", y(low + size / 2) + 4);
        }
        svg.close();
    }

    private String name(int kernel) {
        return kernels.get(kernel).name();
    }
}
