package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A kernel's statements, and the rows over which they may be split. */
record Body(List<Statement> statements, Optional<Size> rows) {
    static Body whole(List<Statement> statements) {
        return new Body(statements, Optional.empty());
    }

    /** One loop in lanes, over the kernel's rows. */
    static Body ofLanes(Statement.Loop loop) {
        return new Body(List.of(Loops.overRows(loop)), Optional.of(loop.extent()));
    }

    /** Loops of these extents around the statements for one row, the outermost over the kernel's rows. */
    static Body around(List<Size> extents, List<Statement> row) {
        List<String> variables = new ArrayList<>();
        for (int level = 0; level < extents.size(); level++) {
            variables.add(Domain.variable(level));
        }
        Optional<Size> rows = extents.isEmpty() ? Optional.empty() : Optional.of(extents.get(0));
        return new Body(Loops.rows(variables, extents, row), rows);
    }
}
