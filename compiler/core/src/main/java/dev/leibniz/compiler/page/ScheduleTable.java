package dev.leibniz.compiler.page;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Traffic;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.semantics.UpdateRule;
import java.util.List;

/** The kernels of a plan in the order they run: what each computes, and what it costs. */
final class ScheduleTable {
    private final boolean doublePrecision;
    private final Figures figures;
    private final Markup table = new Markup();
    private int number;

    private ScheduleTable(boolean doublePrecision, Figures figures) {
        this.doublePrecision = doublePrecision;
        this.figures = figures;
    }

    static String of(NetworkCode code, Plan plan, Figures figures) {
        ScheduleTable rows = new ScheduleTable(code.doublePrecision(), figures);
        rows.table.open("div", "class", "scroll").open("table", "class", "schedule");
        rows.table.open("thead").open("tr");
        for (String head : List.of("", "computes", "FLOPs", "reads", "writes", "from")) {
            rows.table.element("th", head);
        }
        rows.table.close().close().open("tbody");
        rows.steps(plan.forward(), 0);
        if (!plan.backward().isEmpty()) {
            rows.heading("backward", 0);
            rows.steps(plan.backward(), 0);
        }
        for (NetworkCode.Update update : code.updates()) {
            rows.heading("update by " + update.description(), 0);
            rows.kernel(update.kernel(), 0, figures.with(UpdateRule.ELEMENTS, code.parameterCount()));
        }
        return rows.table.close().close().close().toString();
    }

    private void heading(String text, int depth) {
        table.open("tr").open("td").close();
        table.element("th", text, "colspan", "5", "style", indent(depth)).close();
    }

    private static String indent(int depth) {
        return "padding-left:" + (0.4 + 1.5 * depth) + "em";
    }

    private void steps(List<Step> steps, int depth) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                heading(repeat.heading(), depth);
                steps(repeat.body(), depth + 1);
            } else if (step instanceof Kernel kernel) {
                kernel(kernel, depth, figures);
            }
        }
    }

    /** @param at the sizes that its figures are for */
    private void kernel(Kernel kernel, int depth, Figures at) {
        number++;
        Traffic traffic = Traffic.of(kernel, doublePrecision);
        boolean isFirst = true;
        for (Formula formula : kernel.formulas()) {
            table.open("tr", ExplainPage.attributes(formula.origin()));
            table.element("td", isFirst ? Figures.number(number) : "", "class", "number");
            table.open("td", "style", indent(depth)).element("code", formula.text());
            table.element("small", " " + formula.type()).close();
            for (Size size : List.of(kernel.flops(), traffic.reads(), traffic.writes())) {
                table.element(
                        "td",
                        isFirst ? Figures.number(at.value(size)) : "",
                        "class",
                        "number",
                        "title",
                        isFirst ? Figures.formula(size) : "");
            }
            table.element("td", ExplainPage.place(formula.origin()), "class", "place")
                    .close();
            isFirst = false;
        }
    }
}
