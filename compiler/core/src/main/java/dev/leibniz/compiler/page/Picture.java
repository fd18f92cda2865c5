package dev.leibniz.compiler.page;

import dev.leibniz.compiler.explain.Figures;
import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Buffer;
import dev.leibniz.compiler.kernel.Formula;
import dev.leibniz.compiler.kernel.Kernel;
import dev.leibniz.compiler.kernel.Plan;
import dev.leibniz.compiler.kernel.Repeat;
import dev.leibniz.compiler.kernel.Step;
import dev.leibniz.compiler.kernel.Traffic;
import dev.leibniz.compiler.kernel.Walk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan as a picture: what is computed, forward downwards on the left, backward upwards on the right, so that a derivative stands beside what it is by; lines
 * lead from what is computed to what reads it.
 */
final class Picture {
    private static final double WIDTH = 230;
    private static final double HEIGHT = 38;
    private static final double ROW = 58;
    private static final double LEFT = 110;
    private static final double RIGHT = LEFT + WIDTH + 150;
    private static final double TOP = 20;
    private static final int LONGEST = 30;

    /**
     * What a kernel, or an input, is drawn as.
     *
     * @param order its place among those of its side, from 0
     * @param row where it stands, from the top
     */
    private record Node(
            String id,
            String title,
            String subtitle,
            String tip,
            Object[] attributes,
            boolean isBackward,
            int order,
            double row) {
        double x() {
            return isBackward ? RIGHT : LEFT;
        }

        double y() {
            return TOP + ROW * row;
        }
    }

    private final boolean doublePrecision;
    private final Figures figures;
    private final List<Node> nodes = new ArrayList<>();
    /** The node that wrote each buffer last. */
    private final Map<Buffer, Node> writers = new HashMap<>();
    /** Pairs of nodes, the first of which the second reads. */
    private final Map<Node, Set<Node>> readers = new LinkedHashMap<>();

    private final String name;
    private final int forward;
    private final int backward;
    private int forwardPlaced;
    private int backwardPlaced;

    private Picture(String name, Plan plan, boolean doublePrecision, Figures figures) {
        this.name = name;
        this.doublePrecision = doublePrecision;
        this.figures = figures;
        this.forward = Step.kernels(plan.forward()).size() + inputs(plan).size();
        this.backward = Step.kernels(plan.backward()).size();
        inputs(plan).forEach(this::place);
        steps(plan.forward(), false, List.of());
        steps(plan.backward(), true, List.of());
    }

    static String of(String name, Plan plan, boolean doublePrecision, Figures figures) {
        return new Picture(name, plan, doublePrecision, figures).draw();
    }

    private static List<Buffer> inputs(Plan plan) {
        return plan.kernels().stream()
                .flatMap(kernel -> Walk.buffers(kernel.body()).keySet().stream())
                .filter(buffer -> buffer.kind() == Buffer.Kind.INPUT)
                .distinct()
                .toList();
    }

    // -- nodes

    /** Both sides begin at the top and end at the bottom, the one with fewer nodes at larger distances. */
    private Node node(String title, String subtitle, String tip, Object[] attributes, boolean isBackward) {
        int order = isBackward ? backwardPlaced++ : forwardPlaced++;
        int last = (isBackward ? backward : forward) - 1;
        double share = last > 0 ? (double) order / last : 0;
        double row = (rows() - 1) * (isBackward ? 1 - share : share);
        Node node = new Node(name + "-" + nodes.size(), title, subtitle, tip, attributes, isBackward, order, row);
        nodes.add(node);
        return node;
    }

    private int rows() {
        return Math.max(forward, backward);
    }

    private void place(Buffer input) {
        String tip = input.name() + "\n" + Figures.formula(input.elements()) + " elements";
        writers.put(input, node(input.name(), "input", tip, new Object[0], false));
    }

    private void steps(List<Step> steps, boolean isBackward, List<String> loops) {
        for (Step step : steps) {
            if (step instanceof Repeat repeat) {
                List<String> inside = new ArrayList<>(loops);
                inside.add(repeat.variable() + ", " + Figures.formula(repeat.count()) + " turns");
                steps(repeat.body(), isBackward, inside);
            } else if (step instanceof Kernel kernel) {
                place(kernel, isBackward, loops);
            }
        }
    }

    private void place(Kernel kernel, boolean isBackward, List<String> loops) {
        Formula shown = kernel.formulas().get(kernel.formulas().size() - 1);
        Map<Buffer, Walk.Usage> buffers = Walk.buffers(kernel.body());
        String parameters = names(buffers, Buffer.Kind.PARAMETER, Walk.Usage::reads);
        String gradients = names(buffers, Buffer.Kind.GRADIENT, Walk.Usage::writes);
        String subtitle = shown.type()
                + (parameters.isEmpty() ? "" : "  ← " + parameters)
                + (gradients.isEmpty() ? "" : "  → gradient of " + gradients.replaceAll("Bar(?=,|$)", ""));
        Node node = node(
                title(kernel, shown), subtitle, tip(kernel, loops), ExplainPage.attributes(shown.origin()), isBackward);
        buffers.forEach((buffer, usage) -> {
            Node writer = writers.get(buffer);
            if (usage.reads() && writer != null) {
                readers.computeIfAbsent(writer, k -> new LinkedHashSet<>()).add(node);
            }
        });
        buffers.forEach((buffer, usage) -> {
            if (usage.writes() && buffer.kind() != Buffer.Kind.GRADIENT && buffer.kind() != Buffer.Kind.LOCAL) {
                writers.put(buffer, node);
            }
        });
    }

    /** What the kernel computes that has a name in the source; else what it computes last. */
    private static String title(Kernel kernel, Formula last) {
        String named = kernel.formulas().stream()
                .map(formula -> formula.text().split(" = ", 2)[0])
                .filter(name -> !name.matches("v\\d+"))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? last.text().split(" = ", 2)[1] : named;
    }

    private static String names(Map<Buffer, Walk.Usage> buffers, Buffer.Kind kind, Predicate<Walk.Usage> used) {
        return buffers.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind && used.test(entry.getValue()))
                .map(entry -> entry.getKey().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String tip(Kernel kernel, List<String> loops) {
        Traffic traffic = Traffic.of(kernel, doublePrecision);
        List<String> lines = new ArrayList<>();
        for (Formula formula : kernel.formulas()) {
            String place = ExplainPage.place(formula.origin());
            lines.add(formula.text() + ": " + formula.type() + (place.isEmpty() ? "" : "   " + place));
        }
        loops.forEach(loop -> lines.add("in each turn of " + loop));
        lines.add(figure(kernel.flops(), "FLOPs"));
        lines.add(figure(traffic.reads(), "bytes read"));
        lines.add(figure(traffic.writes(), "bytes written"));
        return String.join("\n", lines);
    }

    private String figure(Size size, String unit) {
        String number = Figures.number(figures.value(size)) + " " + unit;
        return size.isConstant() ? number : number + " = " + Figures.formula(size);
    }

    // -- drawing

    private String draw() {
        boolean hasBackward = nodes.stream().anyMatch(Node::isBackward);
        double width = hasBackward ? RIGHT + WIDTH + LEFT : LEFT + WIDTH + LEFT;
        double height = TOP * 2 + ROW * rows();
        Markup svg = new Markup();
        svg.open("div", "class", "picture");
        svg.open("div", "class", "zoom");
        for (String[] button : List.of(
                new String[] {"+", "closer"}, new String[] {"−", "farther"}, new String[] {"fit", "all of it"})) {
            svg.element("button", button[0], "type", "button", "data-zoom", button[0], "title", button[1]);
        }
        svg.close();
        svg.open(
                "svg",
                "viewBox",
                "0 0 " + Math.round(width) + " " + Math.round(height),
                "role",
                "img",
                "aria-label",
                "forward and backward pass");
        readers.forEach((from, all) -> all.forEach(to -> edge(svg, from, to)));
        nodes.forEach(node -> node(svg, node));
        return svg.close().close().toString();
    }

    private static void node(Markup svg, Node node) {
        List<Object> attributes = new ArrayList<>(List.of(
                "id",
                node.id(),
                "class",
                node.isBackward() ? "node backward" : "node forward",
                "data-tip",
                node.tip()));
        attributes.addAll(Arrays.asList(node.attributes()));
        svg.open("g", attributes.toArray());
        svg.open("rect", "x", node.x(), "y", node.y(), "width", WIDTH, "height", HEIGHT, "rx", 6)
                .close();
        // What does not fit is cut off at the border.
        svg.open("svg", "x", node.x(), "y", node.y(), "width", WIDTH - 4, "height", HEIGHT);
        svg.element("text", cut(node.title(), LONGEST), "x", 10, "y", 16, "class", "title");
        svg.element("text", cut(node.subtitle(), LONGEST + 10), "x", 10, "y", 31, "class", "subtitle");
        svg.close();
        svg.close();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Neighbours are joined straight, others of one side around what is between them, sides across the middle. */
    private static void edge(Markup svg, Node from, Node to) {
        String path;
        double direction = from.isBackward() ? -1 : 1;
        if (from.isBackward() != to.isBackward()) {
            path = curve(from.x() + WIDTH, from.y() + HEIGHT / 2, to.x(), to.y() + HEIGHT / 2, 60, -60);
        } else if (to.order() - from.order() == 1) {
            double start = from.isBackward() ? from.y() : from.y() + HEIGHT;
            double end = from.isBackward() ? to.y() + HEIGHT : to.y();
            path = String.format(Locale.ROOT, "M%.1f %.1fV%.1f", from.x() + WIDTH / 2, start, end);
        } else {
            double side = from.isBackward() ? from.x() + WIDTH : from.x();
            double out = direction * -Math.min(LEFT - 10, 14 + 7 * Math.abs(to.order() - from.order()));
            path = curve(side, from.y() + HEIGHT / 2, side, to.y() + HEIGHT / 2, out, out);
        }
        svg.open(
                        "path",
                        "d",
                        path,
                        "class",
                        from.isBackward() == to.isBackward() ? "edge" : "edge across",
                        "data-from",
                        from.id(),
                        "data-to",
                        to.id())
                .close();
    }

    private static String curve(double x1, double y1, double x2, double y2, double out1, double out2) {
        return String.format(
                Locale.ROOT, "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, x1 + out1, y1, x2 + out2, y2, x2, y2);
    }
}
