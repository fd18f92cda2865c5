package dev.leibniz.compiler.page;

import dev.leibniz.compiler.driver.GeneratedFile;
import dev.leibniz.compiler.explain.Derivation;
import dev.leibniz.compiler.explain.Equation;
import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.explain.MathMl;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.schedule.NetworkCode;
import dev.leibniz.compiler.source.SourceFile;
import dev.leibniz.compiler.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The networks of a file as a page: source, picture, derivation, schedule, memory, generated Java, rules. Whatever comes from a line of the source carries its place, so
 * that what belongs together is shown together.
 */
public final class ExplainPage {
    private final SourceFile source;
    private final Figures figures;
    private final Markup page = new Markup();

    private ExplainPage(SourceFile source, Figures figures) {
        this.source = source;
        this.figures = figures;
    }

    /**
     * The page as HTML.
     *
     * @param figures the free sizes that numbers are for
     */
    public static String of(SourceFile source, List<Chapter> chapters, Figures figures) {
        ExplainPage page = new ExplainPage(source, figures);
        page.begin(chapters);
        chapters.forEach(page::chapter);
        page.end();
        return "<!DOCTYPE html>\n" + page.page + "\n";
    }

    private void begin(List<Chapter> chapters) {
        page.open("html", "lang", "en").open("head");
        page.raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.element("title", source.name());
        page.open("style").raw(resource("page.css")).close();
        page.close().open("body");
        page.open("header").element("h1", source.name());
        page.open("nav");
        for (Chapter chapter : chapters) {
            if (chapters.size() > 1) {
                page.element(
                        "a",
                        chapter.network().name(),
                        "href",
                        "#" + chapter.network().name(),
                        "class",
                        "network");
            }
            for (String section : List.of("Picture", "Derivation", "Schedule", "Memory", "Java", "Rules")) {
                page.element("a", section, "href", "#" + id(chapter, section));
            }
        }
        page.close().close();
        page.open("main");
        source();
    }

    private void end() {
        page.close();
        page.open("div", "id", "tip", "role", "tooltip", "hidden", "").close();
        page.open("script").raw(resource("page.js")).close();
        page.close().close();
    }

    private static String id(Chapter chapter, String section) {
        return chapter.network().name() + "-" + section;
    }

    private void source() {
        page.open("section", "class", "source").element("h2", "Source");
        page.open("pre");
        List<String> lines = Highlight.lines(source.text());
        for (int i = 0; i < lines.size(); i++) {
            if (i < lines.size() - 1 || !lines.get(i).isEmpty()) {
                page.open("span", "class", "line", "data-at", source.name() + ":" + (i + 1), "tabindex", "0");
                page.raw(lines.get(i).isEmpty() ? " " : lines.get(i)).close();
            }
        }
        page.close().close();
    }

    private void chapter(Chapter chapter) {
        NetworkCode code = chapter.network().code();
        page.open("article", "id", chapter.network().name());
        page.element("h2", "Network " + chapter.network().name());
        code.doc().ifPresent(doc -> page.element("p", doc));
        summary(code);
        Plan plan = code.train().or(code::evaluate).orElseGet(code::predict);
        section(
                chapter,
                "Picture",
                () -> page.raw(Picture.of(chapter.network().name(), plan, code.doublePrecision(), figures)));
        section(chapter, "Derivation", () -> derivation(chapter.derivation()));
        section(chapter, "Schedule", () -> page.raw(ScheduleTable.of(code, plan, figures)));
        section(chapter, "Memory", () -> page.raw(MemoryChart.of(plan, code.doublePrecision(), figures)));
        section(chapter, "Java", () -> java(chapter.network().files()));
        section(
                chapter,
                "Rules",
                () -> page.open("details")
                        .element("summary", "Which rules rewrote the graphs, and where")
                        .element("pre", String.join("\n", chapter.rules().text()))
                        .close());
        page.close();
    }

    private void section(Chapter chapter, String title, Runnable body) {
        page.open("section", "id", id(chapter, title)).element("h3", title);
        body.run();
        page.close();
    }

    private void summary(NetworkCode code) {
        page.open("p", "class", "summary");
        page.text(Figures.number(code.parameterCount()) + " parameters");
        code.train().ifPresent(plan -> costs("a step", plan, code));
        if (!code.outputs().isEmpty()) {
            costs("a prediction", code.predict(), code);
        }
        if (!code.freeSizes().isEmpty()) {
            page.text("; with " + figures.assumed(code.freeSizes()));
        }
        page.close();
    }

    private void costs(String what, Plan plan, NetworkCode code) {
        page.text("; " + what + ": " + Figures.number(figures.value(plan.flops())) + " FLOPs, "
                + Figures.number(figures.value(plan.bytes(code.doublePrecision()))) + " bytes at the peak");
    }

    private void derivation(Derivation derivation) {
        page.open("table", "class", "equations").open("tbody");
        derivation.forward().forEach(equation -> equation(equation, ""));
        page.close();
        if (!derivation.backward().isEmpty()) {
            page.open("tbody").open("tr").open("th", "colspan", "3");
            page.text(
                    "derivatives of the loss, from the last to the first: a bar marks the one by what is under it, of the same shape");
            page.close().close();
            derivation.backward().forEach(step -> equation(step.equation(), step.through()));
            page.close();
        }
        page.close();
    }

    private void equation(Equation equation, String through) {
        page.open("tr", attributes(equation.origin()));
        page.open(
                        "td",
                        "class",
                        "math",
                        "title",
                        equation.text().strip(),
                        "style",
                        "padding-left:" + 2 * equation.depth() + "em")
                .raw(MathMl.of(equation))
                .close();
        page.element("td", through.isEmpty() ? "" : "through " + through, "class", "through");
        page.element("td", place(equation.origin()), "class", "place").close();
    }

    /** The attributes of what comes from a place in the source, and shows with it. */
    static Object[] attributes(Span origin) {
        return origin.isNone() ? new Object[0] : new Object[] {"data-at", origin.toString(), "tabindex", "0"};
    }

    static String place(Span origin) {
        return origin.isNone() ? "" : origin.toString();
    }

    private void java(List<GeneratedFile> files) {
        for (GeneratedFile file : files) {
            page.open("details").element("summary", file.path());
            page.open("pre").raw(Highlight.of(file.text())).close();
            page.close();
        }
    }

    private static String resource(String name) {
        try (InputStream stream = ExplainPage.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
