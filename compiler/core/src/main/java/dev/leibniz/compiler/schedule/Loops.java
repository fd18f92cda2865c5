package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Statement;
import dev.leibniz.compiler.kernel.Statement.LoopKind;
import java.util.List;

/** Nests of loops around statements. */
final class Loops {
    private Loops() {}

    /** Serial loops, the first variable outermost. */
    static List<Statement> serial(List<String> variables, List<Size> extents, List<Statement> body) {
        List<Statement> nest = body;
        for (int level = variables.size() - 1; level >= 0; level--) {
            nest = List.of(new Statement.Loop(variables.get(level), extents.get(level), LoopKind.SERIAL, nest));
        }
        return nest;
    }

    /** The same with the outermost loop over the kernel's rows. */
    static List<Statement> rows(List<String> variables, List<Size> extents, List<Statement> body) {
        if (variables.isEmpty()) {
            return body;
        }
        int levels = variables.size();
        List<Statement> inner = serial(variables.subList(1, levels), extents.subList(1, levels), body);
        return List.of(new Statement.Loop(variables.get(0), extents.get(0), LoopKind.ROWS, inner));
    }

    /** A loop in lanes as one over the kernel's rows. */
    static Statement.Loop overRows(Statement.Loop lanes) {
        return new Statement.Loop(lanes.variable(), lanes.extent(), LoopKind.LANE_ROWS, lanes.body());
    }

    /** The same with the innermost loop in lanes and the others serial. */
    static List<Statement> lanes(List<String> variables, List<Size> extents, List<Statement> body) {
        if (variables.isEmpty()) {
            return body;
        }
        int last = variables.size() - 1;
        Statement inner = new Statement.Loop(variables.get(last), extents.get(last), LoopKind.LANES, body);
        return serial(variables.subList(0, last), extents.subList(0, last), List.of(inner));
    }
}
