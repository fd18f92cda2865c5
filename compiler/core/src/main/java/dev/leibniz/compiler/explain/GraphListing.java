package dev.leibniz.compiler.explain;

import dev.leibniz.compiler.ir.Graph;
import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Constant;
import dev.leibniz.compiler.op.Given;
import dev.leibniz.compiler.op.Leaf;
import dev.leibniz.compiler.op.Notation;
import dev.leibniz.compiler.op.Operation;
import dev.leibniz.compiler.op.Pin;
import dev.leibniz.compiler.op.Scan;
import dev.leibniz.compiler.op.SizeOf;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A graph as it is, a line each value: what it is called, its type, one operation, and where in `.nn` source it comes from. */
public final class GraphListing {
    private static final int WIDTH = 118;
    private static final int WIDEST_NAME = 24;
    private static final int WIDEST_TYPE = 22;

    private record Row(String name, String type, String computes, String place) {}

    private final Graph graph;
    private final String indent;
    private final Map<Value, String> labels = new IdentityHashMap<>();
    private final Set<String> taken = new HashSet<>();

    private GraphListing(Graph graph, String indent) {
        this.graph = graph;
        this.indent = indent;
    }

    /** What {@code roots} depend on, operands before users, then what the roots are called; bodies of loops stand under the loops. */
    public static List<String> lines(Graph graph, List<Value> roots) {
        return new GraphListing(graph, "  ").list(roots);
    }

    private List<String> list(List<Value> roots) {
        List<Value> values = graph.reachable(roots);
        values.forEach(this::label);
        List<Value> shown = values.stream().filter(value -> !isNumber(value)).toList();
        List<Row> rows = shown.stream().map(this::row).toList();
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int types = rows.stream().mapToInt(row -> row.type().length()).max().orElse(0);
        int places = rows.stream().mapToInt(row -> row.place().length()).max().orElse(0);
        String format = indent + "%-" + Math.max(1, places) + "s  %-" + Math.max(1, Math.min(names, WIDEST_NAME))
                + "s  %-" + Math.max(1, Math.min(types, WIDEST_TYPE)) + "s  ";
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            String head = String.format(format, row.place(), row.name(), row.type());
            lines.addAll(TextLines.wrapped(head, row.computes(), WIDTH));
            if (shown.get(k).op() instanceof Scan scan) {
                lines.addAll(new GraphListing(scan.body().graph(), indent + "    ")
                        .list(scan.body().results()));
            }
        }
        String wanted = String.join(", ", roots.stream().map(labels::get).toList());
        lines.addAll(TextLines.wrapped(indent + "gives ", wanted, WIDTH));
        return lines;
    }

    /** Names are given once; what has none, or another's, is called by its number. */
    private void label(Value value) {
        String number = "v" + value.id();
        String name = value.op() instanceof Leaf leaf
                ? leaf.name()
                : graph.nameOf(value).orElse(value.op() instanceof Given given ? "given" + given.position() : number);
        labels.put(value, isNumber(value) ? notation(value).text() : taken.add(name) ? name : number);
    }

    private Row row(Value value) {
        String place = value.origin().isNone() ? "" : value.origin().toString();
        return new Row(labels.get(value), value.type().toString(), computes(value), place);
    }

    private String computes(Value value) {
        if (value.op() instanceof Leaf leaf) {
            return "= " + leaf.kind().name().toLowerCase(Locale.ROOT);
        } else if (value.op() instanceof Given given) {
            return "= what operand " + given.position() + " of the loop gives";
        }
        String operands = value.op() instanceof Scan || value.op() instanceof Pin
                ? " of "
                        + String.join(
                                ", ",
                                value.op().operands().stream().map(labels::get).toList())
                : "";
        return "= " + (value.op() instanceof Pin ? "pin" : notation(value).text()) + operands;
    }

    private Notation notation(Value value) {
        List<Notation> operands = value.op().operands().stream()
                .map(operand -> isNumber(operand) ? notation(operand) : Notation.atom(labels.get(operand)))
                .toList();
        return ((Operation) value.op()).notation(operands);
    }

    /** Numbers stand in the expressions of those that read them. */
    private static boolean isNumber(Value value) {
        return value.op() instanceof Constant || value.op() instanceof SizeOf;
    }
}
