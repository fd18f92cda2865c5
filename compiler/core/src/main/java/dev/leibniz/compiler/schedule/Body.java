package dev.leibniz.compiler.schedule;

import dev.leibniz.compiler.ir.Size;
import dev.leibniz.compiler.kernel.Statement;
import java.util.List;
import java.util.Optional;

/** A kernel's statements, and the rows over which they may be split. */
record Body(List<Statement> statements, Optional<Size> rows) {
    static Body whole(List<Statement> statements) {
        return new Body(statements, Optional.empty());
    }
}
